package foyer.shared.dynamodb;

import foyer.shared.CurrentRequest;
import foyer.shared.Strain;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** The client as adapters get it: every call waits for its turn and goes through the {@link Turnstile}. */
final class GuardedClient implements StoreClient {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final StoreOperations operations;
    private final StoreLine line;
    private final Turnstile turnstile;
    private final Strain strain;

    /**
     * @param atOnce as many calls as the turnstile lets in
     * @param strain is told how long people wait for a call of one item; of pages and batches no two are alike
     */
    GuardedClient(StoreOperations operations, int atOnce, Turnstile turnstile, Strain strain) {
        this.operations = operations;
        this.line = new StoreLine(atOnce, PATIENCE);
        this.turnstile = turnstile;
        this.strain = strain;
    }

    private <Q, R> R ofOneItem(Function<Q, R> operation, Q request) {
        if (!CurrentRequest.any()) {
            return guarded(operation, request);
        }
        var began = System.nanoTime();
        try {
            return guarded(operation, request);
        } finally {
            strain.waited(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private <Q, R> R guarded(Function<Q, R> operation, Q request) {
        try {
            return line.inTurn(() -> turnstile.pass(() -> operation.apply(request)));
        } catch (FaultToleranceException refused) {
            throw new Unavailable("The store is busy. Please try again in a moment.", SOON, refused);
        } catch (SdkException failure) {
            throw StoreFailures.translated(failure);
        }
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return ofOneItem(operations.getItem(), request);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return ofOneItem(operations.putItem(), request);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return ofOneItem(operations.updateItem(), request);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return ofOneItem(operations.deleteItem(), request);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return guarded(operations.query(), request);
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return guarded(operations.transactWriteItems(), request);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return guarded(operations.batchWriteItem(), request);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return guarded(operations.batchGetItem(), request);
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return guarded(operations.describeTable(), request);
    }

    @Override
    public CreateTableResponse createTable(CreateTableRequest request) {
        return guarded(operations.createTable(), request);
    }

    @Override
    public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
        return guarded(operations.describeTimeToLive(), request);
    }

    @Override
    public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
        return guarded(operations.updateTimeToLive(), request);
    }

    @Override
    public UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request) {
        return guarded(operations.updateContinuousBackups(), request);
    }

    @Override
    public void close() {
        operations.close().run();
    }
}
