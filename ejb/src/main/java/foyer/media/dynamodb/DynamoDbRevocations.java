package foyer.media.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.media.edge.Revocation;
import foyer.media.edge.Revocations;
import foyer.shared.dynamodb.Batches;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What was taken back, in DynamoDB, an item each. All are due at some time: when the edge is to be told, or may forget. */
final class DynamoDbRevocations implements Revocations {
    private static final String LANE = "due";
    private static final String AS_IT_WAS_NOTED = "notedAt = :noted";

    private final StoreClient client;
    private final Batches batches;
    private final String table;

    DynamoDbRevocations(StoreClient client, StoreSettings settings, Batches batches) {
        this.client = client;
        this.batches = batches;
        this.table = settings.table(RevocationsTable.DEFINITION.name());
    }

    @Override
    public void note(Collection<Revocation> revocations) {
        batches.put(table, revocations.stream().map(DynamoDbRevocations::item).toList());
    }

    @Override
    public void change(Collection<Revocation> revocations) {
        revocations.forEach(each -> unlessNotedAnew(() -> client.putItem(put -> put.tableName(table)
                .item(item(each))
                .conditionExpression(AS_IT_WAS_NOTED)
                .expressionAttributeValues(noted(each)))));
    }

    @Override
    public void remove(Collection<Revocation> revocations) {
        revocations.forEach(each -> unlessNotedAnew(() -> client.deleteItem(delete -> delete.tableName(table)
                .key(Map.of("name", text(each.name())))
                .conditionExpression(AS_IT_WAS_NOTED)
                .expressionAttributeValues(noted(each)))));
    }

    private static void unlessNotedAnew(Runnable write) {
        try {
            write.run();
        } catch (ConditionalCheckFailedException anew) {
            // Or removed, by another node.
        }
    }

    private static Map<String, AttributeValue> noted(Revocation revocation) {
        return Map.of(":noted", moment(revocation.notedAt()));
    }

    @Override
    public List<Revocation> due(Instant now, int most) {
        return client
                .query(query -> query.tableName(table)
                        .indexName(RevocationsTable.DUE)
                        .keyConditionExpression("dueLane = :lane AND dueAt <= :now")
                        .expressionAttributeValues(Map.of(":lane", text(LANE), ":now", moment(now)))
                        .limit(most))
                .items()
                .stream()
                .map(DynamoDbRevocations::revocation)
                .toList();
    }

    private static Map<String, AttributeValue> item(Revocation revocation) {
        return Map.of(
                "name", text(revocation.name()),
                "until", moment(revocation.until()),
                "told", truth(revocation.told()),
                "notedAt", moment(revocation.notedAt()),
                "dueLane", text(LANE),
                "dueAt", moment(revocation.dueAt()));
    }

    private static Revocation revocation(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Revocation(
                item.text("name"),
                item.instant("until"),
                item.truth("told"),
                item.instant("notedAt"),
                item.instant("dueAt"));
    }

    private static AttributeValue moment(Instant moment) {
        return number(moment.toEpochMilli());
    }
}
