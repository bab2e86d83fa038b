package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What changes in a part of the seats when a seat is given back: it goes to nobody while there are more than the capacity, to
 * the waiting list, or to all.
 *
 * @param shard as it was read: only while the same capacity is spread does the change hold
 */
record SeatReturn(SeatShard shard, String change, String condition) {
    private static final String TAKEN = "taken > :none";
    private static final String ASIDE = "ADD offered :more";

    /** @param shard where the seat is counted */
    static List<SeatReturn> of(int shard, SeatPlan plan) {
        var here = plan.shards().get(shard);
        var over = plan.shards().stream().filter(part -> part.over() > 0).findFirst();
        if (over.isEmpty()) {
            return List.of(
                    plan.awaited()
                            ? new SeatReturn(here, ASIDE, "taken > offered")
                            : new SeatReturn(here, "ADD taken :less", TAKEN));
        }
        var gone = "ADD taken :less, #limit :less";
        return over.get().number() == shard
                ? List.of(new SeatReturn(here, gone + ", #over :less", "#over > :none"))
                : List.of(
                        new SeatReturn(here, gone, TAKEN),
                        new SeatReturn(over.get(), "ADD #over :less", "#over > :none"));
    }

    /** Whether the seat is put aside for those who wait. */
    boolean aside() {
        return change.equals(ASIDE);
    }

    Update.Builder onItem(Map<String, AttributeValue> key) {
        var whole = condition + " AND eventVersion = :version";
        var used = change + whole;
        var names = new HashMap<>(Map.of("#limit", "limit", "#over", "over"));
        var values = new HashMap<>(Map.of(
                ":less", number(-1),
                ":more", number(1),
                ":none", number(0),
                ":version", number(shard.eventVersion())));
        // The store refuses names and values that nothing uses.
        names.keySet().removeIf(name -> !used.contains(name));
        values.keySet().removeIf(name -> !used.contains(name));
        return Update.builder()
                .key(key)
                .updateExpression(change)
                .conditionExpression(whole)
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(values);
    }
}
