package foyer.shared.dynamodb;

import foyer.shared.Unavailable;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Writes and reads many items of one table in few calls. There are no conditions in a batch and no order: for what is the
 * same however often it is written. What DynamoDB leaves undone is asked for again after a while of random length.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
@Dependent
public class Batches {
    private static final int MOST_WRITTEN = 25;
    private static final int MOST_READ = 100;
    private static final int ROUNDS = 6;
    private static final long FIRST_WAIT_MILLIS = 50;

    private final StoreClient client;

    @Inject
    public Batches(StoreClient client) {
        this.client = client;
    }

    public void put(String table, List<Map<String, AttributeValue>> items) {
        write(
                table,
                items.stream()
                        .map(item -> WriteRequest.builder()
                                .putRequest(put -> put.item(item))
                                .build())
                        .toList());
    }

    public void delete(String table, List<Map<String, AttributeValue>> keys) {
        write(
                table,
                keys.stream()
                        .map(key -> WriteRequest.builder()
                                .deleteRequest(delete -> delete.key(key))
                                .build())
                        .toList());
    }

    /** Those that are there, in no order, as they stand. */
    public List<Map<String, AttributeValue>> get(String table, List<Map<String, AttributeValue>> keys) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        for (var part : parts(keys, MOST_READ)) {
            var left = part;
            for (var round = 0; !left.isEmpty(); round++) {
                await(round);
                var asked = left;
                var answer = client.batchGetItem(get -> get.requestItems(Map.of(table, asTheyStand(asked))));
                found.addAll(answer.responses().getOrDefault(table, List.of()));
                var undone = answer.unprocessedKeys().get(table);
                left = undone == null ? List.of() : undone.keys();
            }
        }
        return found;
    }

    private static KeysAndAttributes asTheyStand(List<Map<String, AttributeValue>> keys) {
        return KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    }

    private void write(String table, List<WriteRequest> requests) {
        for (var part : parts(requests, MOST_WRITTEN)) {
            var left = part;
            for (var round = 0; !left.isEmpty(); round++) {
                await(round);
                var asked = left;
                left = client.batchWriteItem(write -> write.requestItems(Map.of(table, asked)))
                        .unprocessedItems()
                        .getOrDefault(table, List.of());
            }
        }
    }

    private static void await(int round) {
        if (round == ROUNDS) {
            throw new Unavailable("The store is busy. Please try again in a moment.", Duration.ofSeconds(1));
        }
        if (round > 0) {
            var longest = FIRST_WAIT_MILLIS << round;
            LockSupport.parkNanos(
                    TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextLong(longest)));
        }
    }

    private static <T> List<List<T>> parts(List<T> whole, int most) {
        var parts = new ArrayList<List<T>>();
        for (var from = 0; from < whole.size(); from += most) {
            parts.add(whole.subList(from, Math.min(whole.size(), from + most)));
        }
        return parts;
    }
}
