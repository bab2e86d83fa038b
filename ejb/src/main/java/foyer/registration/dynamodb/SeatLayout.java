package foyer.registration.dynamodb;

import foyer.registration.Capacity;
import java.util.ArrayList;
import java.util.List;

/** How a capacity is spread over the parts, when some seats are taken already. */
final class SeatLayout {
    private SeatLayout() {}

    /**
     * The limits sum up to the capacity, or to what is taken if that is more; none is below what is taken in its part. Where
     * there are too few, those that are put aside are the first to go.
     *
     * @param before all parts
     */
    static List<SeatShard> of(List<SeatShard> before, Capacity capacity) {
        var shards = withoutThoseAside(before, capacity);
        var taken = shards.stream().mapToLong(SeatShard::taken).sum();
        var free = Math.max(0, capacity.seats() - taken);
        var over = Math.max(0, taken - capacity.seats());
        var laid = new ArrayList<SeatShard>();
        for (var index = 0; index < shards.size(); index++) {
            var shard = shards.get(index);
            var more = free / shards.size() + (index < free % shards.size() ? 1 : 0);
            var overHere = Math.min(over, shard.taken());
            over -= overHere;
            laid.add(shard.limited(shard.taken() + more, overHere, capacity.seats(), capacity.eventVersion()));
        }
        return laid;
    }

    private static List<SeatShard> withoutThoseAside(List<SeatShard> shards, Capacity capacity) {
        var over = Math.max(0, shards.stream().mapToLong(SeatShard::taken).sum() - capacity.seats());
        var left = new ArrayList<SeatShard>();
        for (var shard : shards) {
            var goes = Math.min(over, shard.offered());
            over -= goes;
            left.add(shard.withoutAside(goes));
        }
        return left;
    }
}
