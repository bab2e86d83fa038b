package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.shared.Ids;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Marks the events that somebody waits for, beside their seats, so that the timer finds them. Nodes do not agree about the time:
 * so each putting of a mark has a name of its own, and a node takes away what it has itself seen unchanged for long enough.
 */
final class WaitingMarks {
    private static final String LANE = "waiting";
    // Longer than a registration takes from its mark until the index shows it.
    private static final Duration STAYS = Duration.ofMinutes(2);

    /** Which putting of a mark was seen first when, by this node's clock, with nobody waiting there. */
    private record Seen(String put, Instant at) {}

    private final StoreClient client;
    private final String table;
    private final ConcurrentMap<EventId, Seen> seen = new ConcurrentHashMap<>();

    WaitingMarks(StoreClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Before anybody is put on the list, so that nobody waits unseen. */
    void put(EventId event, Instant now) {
        client.updateItem(update -> update.tableName(table)
                .key(Seats.key(event, SeatShard.WAITING_MARK))
                .updateExpression("SET waitingLane = :lane, since = :now, putting = :put")
                .expressionAttributeValues(
                        Map.of(":lane", text(LANE), ":now", number(now.toEpochMilli()), ":put", text(Ids.fresh()))));
    }

    List<EventId> all() {
        var marked = client
                .query(query -> query.tableName(table)
                        .indexName(RegistrationTables.AWAITED)
                        .keyConditionExpression("waitingLane = :lane")
                        .expressionAttributeValues(Map.of(":lane", text(LANE))))
                .items()
                .stream()
                .map(item -> new EventId(Items.textOf(item, "eventId")))
                .toList();
        seen.keySet().retainAll(marked);
        return marked;
    }

    /**
     * Unless it is fresh: then somebody may just be coming; or a seat is put aside, which nobody would let go of without the
     * mark. True where it is gone, by this call or another.
     *
     * @param now by the clock that it was the other times
     */
    boolean remove(EventId event, Instant now) {
        var put = put(event);
        if (put.isEmpty()) {
            seen.remove(event);
            return true;
        }
        var first = seen.compute(
                event,
                (same, before) ->
                        before == null || !before.put().equals(put.get()) ? new Seen(put.get(), now) : before);
        if (now.isBefore(first.at().plus(STAYS))) {
            return false;
        }
        try {
            var parts = new ArrayList<>(Seats.noneAside(table, event));
            parts.add(gone(event, first.put()));
            client.transactWriteItems(transaction -> transaction.transactItems(parts));
            return true;
        } catch (TransactionCanceledException putAnewOrAside) {
            if (!StoreFailures.conditionFailed(putAnewOrAside) && !StoreFailures.worthRepeating(putAnewOrAside)) {
                throw putAnewOrAside;
            }
            // The next round will see.
            return false;
        }
    }

    private TransactWriteItem gone(EventId event, String put) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(Seats.key(event, SeatShard.WAITING_MARK))
                        .conditionExpression("putting = :put OR attribute_not_exists(putting)")
                        .expressionAttributeValues(Map.of(":put", text(put))))
                .build();
    }

    /** What goes into the transaction of whoever relies on the mark. */
    static ConditionCheck stands(String table, EventId event) {
        return ConditionCheck.builder()
                .tableName(table)
                .key(Seats.key(event, SeatShard.WAITING_MARK))
                .conditionExpression("attribute_exists(waitingLane)")
                .build();
    }

    private Optional<String> put(EventId event) {
        var answer = client.getItem(get -> get.tableName(table)
                .key(Seats.key(event, SeatShard.WAITING_MARK))
                .consistentRead(true));
        return answer.hasItem()
                ? Optional.of(Objects.requireNonNullElse(new StoredItem(answer.item()).textIfThere("putting"), ""))
                : Optional.empty();
    }
}
