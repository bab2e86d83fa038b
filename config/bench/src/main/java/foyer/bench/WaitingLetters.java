package foyer.bench;

import foyer.launch.Await;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** The letters that are due and have not gone out, as the outbox has them. */
final class WaitingLetters implements AutoCloseable {
    // Some twenty thousand at a hundred a second, and slower while the store was busy.
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final int LANES = 4;

    private final DynamoDbClient client;

    /** @param endpoint DynamoDB Local's address */
    WaitingLetters(String endpoint) {
        client = BareStore.open(endpoint, 1);
    }

    /** Until there are none. Fails when that takes too long. */
    void awaitNone() {
        for (var lane : lanes()) {
            if (!Await.until(PATIENCE, () -> !waitsIn(lane))) {
                throw new IllegalStateException("Letters still wait in " + lane + " of the outbox.");
            }
        }
    }

    private static List<String> lanes() {
        return Stream.of("awaitedLetter-", "letter-")
                .flatMap(kind -> IntStream.range(0, LANES).mapToObj(number -> kind + number))
                .toList();
    }

    private boolean waitsIn(String lane) {
        var now = AttributeValue.fromN(Long.toString(Clock.systemUTC().millis()));
        return client.query(query -> query.tableName(BareStore.PREFIX + "outbox")
                                .indexName("lane-dueAt-index")
                                .keyConditionExpression("lane = :lane AND dueAt <= :now")
                                .expressionAttributeValues(Map.of(":lane", AttributeValue.fromS(lane), ":now", now))
                                .select(Select.COUNT)
                                .limit(1))
                        .count()
                > 0;
    }

    @Override
    public void close() {
        client.close();
    }
}
