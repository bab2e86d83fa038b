package foyer.media.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.media.Recording;
import foyer.media.RecordingId;
import foyer.media.Recordings;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Recordings in DynamoDB, an item each; those of an event stand together. The condition on the version is the lock. */
final class DynamoDbRecordings implements Recordings {
    private static final Comparator<Recording> NEWEST_FIRST =
            Comparator.comparing(Recording::createdAt).reversed();

    private final StoreClient client;
    private final String table;
    private final Legible<Recording> legible = new Legible<>(
            RecordingItems::recording, "recordingId", "A recording cannot be read. It is not looked after.");

    DynamoDbRecordings(StoreClient client, StoreSettings settings) {
        this.client = client;
        this.table = settings.table(RecordingsTable.DEFINITION.name());
    }

    @Override
    public Optional<Recording> find(EventId event, RecordingId id) {
        var answer = client.getItem(
                get -> get.tableName(table).key(RecordingItems.key(event, id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(RecordingItems.recording(answer.item())) : Optional.empty();
    }

    @Override
    public List<Recording> of(EventId event) {
        var all = new ArrayList<Recording>();
        Map<String, AttributeValue> from = Map.of();
        do {
            var start = from.isEmpty() ? null : from;
            var answer = client.query(query -> query.tableName(table)
                    .keyConditionExpression("eventId = :event")
                    .expressionAttributeValues(Map.of(":event", text(event.value())))
                    .exclusiveStartKey(start)
                    .consistentRead(true));
            answer.items().forEach(item -> legible.read(item).ifPresent(all::add));
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
        } while (!from.isEmpty());
        return all.stream().sorted(NEWEST_FIRST).toList();
    }

    @Override
    public void add(Recording recording) {
        write(newly(recording).build(), there -> RecordingItems.recording(there).equals(recording));
    }

    @Override
    public void replace(Recording before, Recording after) {
        var write = Ids.fresh();
        write(instead(before, after, write).build(), there -> text(write).equals(there.get("writtenBy")));
    }

    @Override
    public Alongside noting(@Nullable Recording before, Recording after) {
        var put = (before == null ? newly(after) : instead(before, after, Ids.fresh())).build();
        var item = TransactWriteItem.builder()
                .put(change -> change.tableName(put.tableName())
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeNames(
                                put.hasExpressionAttributeNames() ? put.expressionAttributeNames() : null)
                        .expressionAttributeValues(
                                put.hasExpressionAttributeValues() ? put.expressionAttributeValues() : null))
                .build();
        return new StoredAlongside(item, () -> new VersionConflict("recording"));
    }

    @Override
    public void remove(Recording recording) {
        client.deleteItem(delete -> delete.tableName(table).key(RecordingItems.key(recording.event(), recording.id())));
    }

    @Override
    public List<Recording> due(Instant now, int most) {
        return client
                .query(query -> query.tableName(table)
                        .indexName(RecordingsTable.DUE)
                        .keyConditionExpression("dueLane = :lane AND dueAt <= :now")
                        .expressionAttributeValues(
                                Map.of(":lane", text(RecordingItems.LANE), ":now", RecordingItems.moment(now)))
                        .limit(most + legible.passedBy()))
                .items()
                .stream()
                .flatMap(item -> legible.read(item).stream())
                .limit(most)
                .toList();
    }

    private PutItemRequest.Builder newly(Recording recording) {
        return put(recording, Ids.fresh()).conditionExpression("attribute_not_exists(recordingId)");
    }

    private PutItemRequest.Builder instead(Recording before, Recording after, String writtenBy) {
        return put(after, writtenBy)
                .conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":before", number(before.version())));
    }

    private PutItemRequest.Builder put(Recording recording, String writtenBy) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(RecordingItems.item(recording, writtenBy))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    // The SDK repeats a write whose answer was lost, and then meets its own work.
    private void write(PutItemRequest put, Predicate<Map<String, AttributeValue>> ours) {
        try {
            client.putItem(put);
        } catch (ConditionalCheckFailedException refused) {
            if (!refused.hasItem() || !ours.test(refused.item())) {
                throw new VersionConflict("recording");
            }
        }
    }
}
