package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.registration.Capacity;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The counters of seats: what goes into a registration's transaction, and what is done about them apart. */
final class Seats {
    static final int SHARDS = 8;
    // A capacity that the organizer changed counts from the next seat on; an older event's word no more.
    private static final String ROOM = "taken < #limit AND (#capacity = :capacity OR eventVersion > :version)";
    private static final Map<String, String> NAMES = Map.of("#limit", "limit", "#capacity", "capacity");

    private final StoreClient client;
    private final String table;

    Seats(StoreClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Takes a seat of this part; or none, on the same condition. */
    TransactWriteItem take(EventId event, int shard, Capacity capacity, int seats) {
        return update(Update.builder()
                .key(key(event, shard))
                .updateExpression("ADD taken :seats")
                .conditionExpression(ROOM)
                .expressionAttributeNames(NAMES)
                .expressionAttributeValues(Map.of(
                        ":seats", number(seats),
                        ":capacity", number(capacity.seats()),
                        ":version", number(capacity.eventVersion()))));
    }

    /** Takes a seat that was put aside. */
    TransactWriteItem takeOffered(EventId event, int shard) {
        return update(Update.builder()
                .key(key(event, shard))
                .updateExpression("ADD offered :less")
                .conditionExpression("offered > :none")
                .expressionAttributeValues(Map.of(":less", number(-1), ":none", number(0))));
    }

    /**
     * Gives a seat back, by what was read a moment ago; refused when the capacity was spread anew since, or when it would be put
     * aside for a waiting list that has ended.
     */
    List<TransactWriteItem> leave(EventId event, int shard, SeatPlan plan) {
        var parts = new ArrayList<TransactWriteItem>();
        for (var part : SeatReturn.of(shard, plan)) {
            parts.add(update(part.onItem(key(event, part.shard().number()))));
            if (part.aside()) {
                parts.add(TransactWriteItem.builder()
                        .conditionCheck(WaitingMarks.stands(table, event))
                        .build());
            }
        }
        return parts;
    }

    /** That no seat is put aside: the timer, which lets go of such seats, is to come by for as long as one is. */
    static List<TransactWriteItem> noneAside(String table, EventId event) {
        return IntStream.range(0, SHARDS)
                .mapToObj(shard -> TransactWriteItem.builder()
                        .conditionCheck(check -> check.tableName(table)
                                .key(key(event, shard))
                                .conditionExpression("attribute_not_exists(offered) OR offered = :none")
                                .expressionAttributeValues(Map.of(":none", number(0))))
                        .build())
                .toList();
    }

    /** Gives back to all what was put aside. */
    void letGo(EventId event) {
        read(event).shards().stream().filter(shard -> shard.offered() > 0).forEach(shard -> letGo(event, shard));
    }

    private void letGo(EventId event, SeatShard shard) {
        write(List.of(update(Update.builder()
                .key(key(event, shard.number()))
                .updateExpression("ADD taken :less, offered :less")
                .conditionExpression("offered = :offered")
                .expressionAttributeValues(
                        Map.of(":less", number(-shard.offered()), ":offered", number(shard.offered()))))));
    }

    /** Every part as it is. */
    SeatPlan read(EventId event) {
        var items = client.query(query -> query.tableName(table)
                        .keyConditionExpression("eventId = :event")
                        .expressionAttributeValues(Map.of(":event", text(event.value())))
                        .consistentRead(true))
                .items();
        var shards = new ArrayList<SeatShard>();
        for (var shard = 0; shard < SHARDS; shard++) {
            shards.add(SeatShard.empty(shard));
        }
        var awaited = false;
        for (var item : items) {
            var number = (int) Items.numberOf(item, "shard");
            if (number == SeatShard.WAITING_MARK) {
                awaited = true;
            } else {
                shards.set(number, SeatShard.of(item));
            }
        }
        return new SeatPlan(shards, awaited);
    }

    /** Spreads a capacity anew, unless that has been done; who meets others at it looks again. */
    void lay(EventId event, Capacity capacity) {
        var plan = read(event);
        if (!plan.isOlderThan(capacity)) {
            return;
        }
        var laid = SeatLayout.of(plan.shards(), capacity);
        var updates = new ArrayList<TransactWriteItem>();
        for (var index = 0; index < SHARDS; index++) {
            updates.add(laid(event, plan.shards().get(index), laid.get(index)));
        }
        write(updates);
    }

    private TransactWriteItem laid(EventId event, SeatShard before, SeatShard after) {
        var values = new HashMap<String, AttributeValue>(Map.of(
                ":taken", number(after.taken()),
                ":limit", number(after.limit()),
                ":over", number(after.over()),
                ":offered", number(after.offered()),
                ":capacity", number(after.capacity()),
                ":version", number(after.eventVersion())));
        var condition = "attribute_not_exists(taken)";
        if (!before.isNew()) {
            values.put(":before", number(before.eventVersion()));
            values.put(":takenBefore", number(before.taken()));
            values.put(":offeredBefore", number(before.offered()));
            condition = "taken = :takenBefore AND offered = :offeredBefore AND eventVersion = :before";
        }
        return update(Update.builder()
                .key(key(event, before.number()))
                .updateExpression("SET taken = :taken, #limit = :limit, #over = :over, offered = :offered,"
                        + " #capacity = :capacity, eventVersion = :version")
                .conditionExpression(condition)
                .expressionAttributeNames(Map.of("#limit", "limit", "#over", "over", "#capacity", "capacity"))
                .expressionAttributeValues(values));
    }

    private TransactWriteItem update(Update.Builder update) {
        return TransactWriteItem.builder()
                .update(update.tableName(table)
                        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build();
    }

    // Whoever was faster did the same, or something newer: what is there then is looked at again.
    private void write(List<TransactWriteItem> items) {
        try {
            client.transactWriteItems(transaction -> transaction.transactItems(items));
        } catch (TransactionCanceledException cancelled) {
            if (!StoreFailures.worthRepeating(cancelled)
                    && cancelled.cancellationReasons().stream()
                            .noneMatch(reason -> "ConditionalCheckFailed".equals(reason.code()))) {
                throw cancelled;
            }
        }
    }

    static Map<String, AttributeValue> key(EventId event, int shard) {
        return Map.of("eventId", text(event.value()), "shard", number(shard));
    }
}
