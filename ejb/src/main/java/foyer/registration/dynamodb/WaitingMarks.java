package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.shared.dynamodb.Items;
import foyer.shared.dynamodb.StoreClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Marks the events that somebody waits for, beside their seats, so that the timer finds them. */
final class WaitingMarks {
    private static final String LANE = "waiting";
    // Longer than a registration takes from its mark until the index shows it.
    private static final Duration STAYS = Duration.ofMinutes(2);

    private final StoreClient client;
    private final String table;

    WaitingMarks(StoreClient client, String table) {
        this.client = client;
        this.table = table;
    }

    /** Before anybody is put on the list, so that nobody waits unseen. */
    void put(EventId event, Instant now) {
        client.updateItem(update -> update.tableName(table)
                .key(Seats.key(event, SeatShard.WAITING_MARK))
                .updateExpression("SET waitingLane = :lane, since = :now")
                .expressionAttributeValues(Map.of(":lane", text(LANE), ":now", number(now.toEpochMilli()))));
    }

    List<EventId> all() {
        return client
                .query(query -> query.tableName(table)
                        .indexName(RegistrationTables.AWAITED)
                        .keyConditionExpression("waitingLane = :lane")
                        .expressionAttributeValues(Map.of(":lane", text(LANE))))
                .items()
                .stream()
                .map(item -> new EventId(Items.textOf(item, "eventId")))
                .toList();
    }

    /** Unless it is fresh: then somebody may just be coming. */
    void remove(EventId event, Instant now) {
        try {
            client.deleteItem(delete -> delete.tableName(table)
                    .key(Seats.key(event, SeatShard.WAITING_MARK))
                    .conditionExpression("since < :before")
                    .expressionAttributeValues(
                            Map.of(":before", number(now.minus(STAYS).toEpochMilli()))));
        } catch (ConditionalCheckFailedException fresh) {
            // The next round will see.
        }
    }
}
