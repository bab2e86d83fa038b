package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.CurrentRequest;
import foyer.shared.Strain;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** Whom the client asks how long they wait. A call takes ten times as long here as one of a store at ease. */
class GuardedClientTest {
    private static final Duration EASE = Duration.ofNanos(1_000);
    private static final int CALLS = 100;

    private final Strain strain = new Strain(EASE, () -> 0);
    private final StoreClient client = new GuardedClient(slow(), 48, new Turnstile(), strain);

    @AfterEach
    void noRequestIsLeft() {
        CurrentRequest.end();
    }

    @ParameterizedTest
    @MethodSource("callsOfOneItem")
    void howLongSomebodyWaitsForAnItemIsMeasured(Consumer<StoreClient> call) {
        CurrentRequest.begin("r-1");

        many(call);

        assertThat(strain.felt()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("callsOfSeveral")
    void pagesBatchesAndTransactionsTellNothing(Consumer<StoreClient> call) {
        CurrentRequest.begin("r-1");

        many(call);

        assertThat(strain.felt()).isFalse();
    }

    @Test
    void whatATimerAsksKeepsNobodyWaiting() {
        callsOfOneItem().forEach(this::many);

        assertThat(strain.felt()).isFalse();
    }

    static Stream<Consumer<StoreClient>> callsOfOneItem() {
        return Stream.of(
                client -> client.getItem(GetItemRequest.builder().build()),
                client -> client.putItem(PutItemRequest.builder().build()),
                client -> client.updateItem(UpdateItemRequest.builder().build()),
                client -> client.deleteItem(DeleteItemRequest.builder().build()));
    }

    static Stream<Consumer<StoreClient>> callsOfSeveral() {
        return Stream.of(
                client -> client.query(QueryRequest.builder().build()),
                client -> client.batchGetItem(BatchGetItemRequest.builder().build()),
                client -> client.batchWriteItem(BatchWriteItemRequest.builder().build()),
                client -> client.transactWriteItems(
                        TransactWriteItemsRequest.builder().build()));
    }

    private void many(Consumer<StoreClient> call) {
        IntStream.range(0, CALLS).forEach(any -> call.accept(client));
    }

    private static StoreOperations slow() {
        return new StoreOperations(
                slowly(GetItemResponse.builder().build()),
                slowly(PutItemResponse.builder().build()),
                slowly(UpdateItemResponse.builder().build()),
                slowly(DeleteItemResponse.builder().build()),
                slowly(QueryResponse.builder().build()),
                slowly(TransactWriteItemsResponse.builder().build()),
                slowly(BatchWriteItemResponse.builder().build()),
                slowly(BatchGetItemResponse.builder().build()),
                slowly(DescribeTableResponse.builder().build()),
                slowly(CreateTableResponse.builder().build()),
                slowly(DescribeTimeToLiveResponse.builder().build()),
                slowly(UpdateTimeToLiveResponse.builder().build()),
                slowly(UpdateContinuousBackupsResponse.builder().build()),
                () -> {});
    }

    private static <Q, R> Function<Q, R> slowly(R answer) {
        return request -> {
            var until = System.nanoTime() + EASE.multipliedBy(10).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return answer;
        };
    }
}
