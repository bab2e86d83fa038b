package foyer.bench;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The SDK alone, writing what a registration writes: the items of one that was really made, copied under fresh keys, with the
 * seat counted in one of the same eight parts, all in one transaction.
 */
final class BareStore implements AutoCloseable {
    static final String PREFIX = "foyer-";
    private static final int SHARDS = 8;

    private final DynamoDbClient client;
    private final Map<String, AttributeValue> registration;
    private final Map<String, AttributeValue> letter;

    /**
     * @param endpoint DynamoDB Local's address
     * @param registrationId of one that was made, whose letter or another of its kind still waits or is kept
     */
    BareStore(String endpoint, int connections, String registrationId) {
        client = open(endpoint, connections);
        registration = client.getItem(get ->
                        get.tableName(PREFIX + "registrations").key(Map.of("registrationId", text(registrationId))))
                .item();
        letter = client
                .query(query -> query.tableName(PREFIX + "outbox")
                        .indexName("lane-dueAt-index")
                        .keyConditionExpression("lane = :lane")
                        .expressionAttributeValues(Map.of(":lane", text("awaitedLetter-0")))
                        .limit(1))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No letter waits that could be copied."));
    }

    /** @param endpoint DynamoDB Local's address */
    static DynamoDbClient open(String endpoint, int connections) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(endpoint))
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(ApacheHttpClient.builder().maxConnections(connections))
                .build();
    }

    /** Writes another one and its parts; tries again when two met at one part of the seats, as everybody must. */
    void write() {
        var id = UUID.randomUUID().toString();
        var copied = new HashMap<>(registration);
        copied.put("registrationId", text(id));
        var told = new HashMap<>(letter);
        told.put("outgoingId", text("bare-" + id));
        // Indexed like a waiting one, in a lane that nobody empties.
        told.put("lane", text("bare"));
        while (true) {
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(List.of(
                        put("registrations", copied, "registrationId"),
                        put(
                                "addresses",
                                Map.of("addressKey", text("bare-" + id), "registrationId", text(id)),
                                "addressKey"),
                        put("outbox", told, "outgoingId"),
                        seat())));
                return;
            } catch (TransactionCanceledException met) {
                Thread.onSpinWait();
            }
        }
    }

    private static TransactWriteItem seat() {
        var shard = ThreadLocalRandom.current().nextInt(SHARDS);
        return TransactWriteItem.builder()
                .update(update -> update.tableName(PREFIX + "seats")
                        .key(Map.of("eventId", text("bare"), "shard", AttributeValue.fromN(Integer.toString(shard))))
                        .updateExpression("ADD taken :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1"))))
                .build();
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item, String key) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(PREFIX + table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(" + key + ")"))
                .build();
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    @Override
    public void close() {
        client.close();
    }
}
