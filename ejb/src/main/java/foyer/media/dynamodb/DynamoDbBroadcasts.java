package foyer.media.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.media.Broadcast;
import foyer.media.Broadcasts;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.JointWrite;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Broadcasts in DynamoDB, an item for each event that has or had one. The condition on the version is the lock. */
final class DynamoDbBroadcasts implements Broadcasts {
    private static final String WHAT = "stream";

    private final StoreClient client;
    private final String table;
    private final BroadcastItems items;
    private final JointWrite joint;
    private final Legible<Broadcast> legible;

    DynamoDbBroadcasts(StoreClient client, StoreSettings settings, BroadcastItems items, OutboxItems outbox) {
        this.client = client;
        this.table = settings.table(BroadcastsTable.DEFINITION.name());
        this.items = items;
        this.legible = new Legible<>(
                items::broadcast, "eventId", "A broadcast cannot be read. Its channel is not looked after.");
        this.joint = new JointWrite(client, outbox, WHAT);
    }

    @Override
    public Optional<Broadcast> find(EventId event) {
        var answer = client.getItem(
                get -> get.tableName(table).key(BroadcastItems.key(event)).consistentRead(true));
        return answer.hasItem() ? Optional.of(items.broadcast(answer.item())) : Optional.empty();
    }

    @Override
    public void add(Broadcast broadcast) {
        var put = put(broadcast, Ids.fresh()).conditionExpression("attribute_not_exists(eventId)");
        write(put.build(), there -> items.broadcast(there).equals(broadcast));
    }

    @Override
    public void replace(Broadcast before, Broadcast after, Alongside alongside, Outgoing... facts) {
        var write = Ids.fresh();
        var put = put(after, write)
                .conditionExpression("#version = :before")
                .expressionAttributeNames(Map.of("#version", "version"))
                .expressionAttributeValues(Map.of(":before", number(before.version())));
        if (facts.length == 0 && StoredAlongside.in(alongside).isEmpty()) {
            write(put.build(), there -> text(write).equals(there.get("writtenBy")));
        } else {
            joint.write(() -> List.of(part(put.build())), alongside, List.of(facts));
        }
    }

    private static TransactWriteItem part(PutItemRequest put) {
        return TransactWriteItem.builder()
                .put(change -> change.tableName(put.tableName())
                        .item(put.item())
                        .conditionExpression(put.conditionExpression())
                        .expressionAttributeNames(put.expressionAttributeNames())
                        .expressionAttributeValues(put.expressionAttributeValues()))
                .build();
    }

    // Those that cannot be read stay due, and take no place of others.
    @Override
    public List<Broadcast> due(Instant now, int most) {
        return client
                .query(query -> query.tableName(table)
                        .indexName(BroadcastsTable.DUE)
                        .keyConditionExpression("dueLane = :lane AND dueAt <= :now")
                        .expressionAttributeValues(
                                Map.of(":lane", text(BroadcastItems.LANE), ":now", BroadcastItems.moment(now)))
                        .limit(most + legible.passedBy()))
                .items()
                .stream()
                .flatMap(item -> legible.read(item).stream())
                .limit(most)
                .toList();
    }

    private PutItemRequest.Builder put(Broadcast broadcast, String writtenBy) {
        return PutItemRequest.builder()
                .tableName(table)
                .item(items.item(broadcast, writtenBy))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    }

    // The SDK repeats a write whose answer was lost, and then meets its own work.
    private void write(PutItemRequest put, Predicate<Map<String, AttributeValue>> ours) {
        try {
            client.putItem(put);
        } catch (ConditionalCheckFailedException refused) {
            if (!refused.hasItem() || !ours.test(refused.item())) {
                throw new VersionConflict(WHAT);
            }
        }
    }
}
