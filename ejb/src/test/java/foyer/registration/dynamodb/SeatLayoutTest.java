package foyer.registration.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.registration.Capacity;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class SeatLayoutTest {
    @Property(tries = 500)
    void everySeatIsSoldOnceAndNoneTwice(
            @ForAll @Size(8) List<@LongRange(max = 1_000) Long> taken, @ForAll @LongRange(max = 9_000) long capacity) {
        var shards = new ArrayList<SeatShard>();
        for (var number = 0; number < taken.size(); number++) {
            shards.add(new SeatShard(number, taken.get(number), 0, 0, 0, 1, 1));
        }
        var all = taken.stream().mapToLong(seats -> seats).sum();

        var laid = SeatLayout.of(shards, new Capacity(capacity, 2));

        assertThat(laid.stream().mapToLong(SeatShard::limit).sum()).isEqualTo(Math.max(capacity, all));
        assertThat(laid.stream().mapToLong(SeatShard::over).sum()).isEqualTo(Math.max(0, all - capacity));
        assertThat(laid).allMatch(shard -> shard.limit() >= shard.taken() && shard.over() <= shard.taken());
    }

    @Property(tries = 500)
    void noneIsPutAsideWhereThereAreTooFew(
            @ForAll @Size(8) List<@LongRange(max = 20) Long> seated,
            @ForAll @Size(8) List<@LongRange(max = 20) Long> aside,
            @ForAll @LongRange(max = 300) long capacity) {
        var shards = new ArrayList<SeatShard>();
        for (var number = 0; number < 8; number++) {
            var taken = seated.get(number) + aside.get(number);
            shards.add(new SeatShard(number, taken, 0, aside.get(number), 0, 1, 1));
        }
        var here = seated.stream().mapToLong(seats -> seats).sum();
        var kept = aside.stream().mapToLong(seats -> seats).sum();

        var laid = SeatLayout.of(shards, new Capacity(capacity, 2));

        var room = Math.max(0, capacity - here);
        assertThat(laid.stream().mapToLong(SeatShard::offered).sum()).isEqualTo(Math.min(kept, room));
        assertThat(laid.stream().mapToLong(SeatShard::over).sum()).isEqualTo(Math.max(0, here - capacity));
        assertThat(laid.stream().mapToLong(SeatShard::limit).sum()).isEqualTo(Math.max(capacity, here));
        assertThat(laid)
                .allMatch(shard -> shard.taken() - shard.offered() == seated.get(shard.number())
                        && shard.limit() >= shard.taken());
    }
}
