package foyer.shared.dynamodb;

import java.util.function.Consumer;
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

/**
 * The operations of DynamoDB that Foyer uses, as the SDK's own client has them. There is no scan, so that no request ever
 * makes one. A store that does not answer is met as {@link foyer.shared.Unavailable}; what an adapter itself asked for, a
 * condition or a transaction, fails as the SDK says it.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations.html">DynamoDB's API</a>
 */
public interface StoreClient extends AutoCloseable {
    GetItemResponse getItem(GetItemRequest request);

    PutItemResponse putItem(PutItemRequest request);

    UpdateItemResponse updateItem(UpdateItemRequest request);

    DeleteItemResponse deleteItem(DeleteItemRequest request);

    QueryResponse query(QueryRequest request);

    TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request);

    BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request);

    BatchGetItemResponse batchGetItem(BatchGetItemRequest request);

    DescribeTableResponse describeTable(DescribeTableRequest request);

    CreateTableResponse createTable(CreateTableRequest request);

    DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request);

    UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request);

    UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request);

    default GetItemResponse getItem(Consumer<GetItemRequest.Builder> request) {
        return getItem(GetItemRequest.builder().applyMutation(request).build());
    }

    default PutItemResponse putItem(Consumer<PutItemRequest.Builder> request) {
        return putItem(PutItemRequest.builder().applyMutation(request).build());
    }

    default UpdateItemResponse updateItem(Consumer<UpdateItemRequest.Builder> request) {
        return updateItem(UpdateItemRequest.builder().applyMutation(request).build());
    }

    default DeleteItemResponse deleteItem(Consumer<DeleteItemRequest.Builder> request) {
        return deleteItem(DeleteItemRequest.builder().applyMutation(request).build());
    }

    default QueryResponse query(Consumer<QueryRequest.Builder> request) {
        return query(QueryRequest.builder().applyMutation(request).build());
    }

    default TransactWriteItemsResponse transactWriteItems(Consumer<TransactWriteItemsRequest.Builder> request) {
        return transactWriteItems(
                TransactWriteItemsRequest.builder().applyMutation(request).build());
    }

    default BatchWriteItemResponse batchWriteItem(Consumer<BatchWriteItemRequest.Builder> request) {
        return batchWriteItem(
                BatchWriteItemRequest.builder().applyMutation(request).build());
    }

    default BatchGetItemResponse batchGetItem(Consumer<BatchGetItemRequest.Builder> request) {
        return batchGetItem(BatchGetItemRequest.builder().applyMutation(request).build());
    }

    default DescribeTableResponse describeTable(Consumer<DescribeTableRequest.Builder> request) {
        return describeTable(
                DescribeTableRequest.builder().applyMutation(request).build());
    }

    default DescribeTimeToLiveResponse describeTimeToLive(Consumer<DescribeTimeToLiveRequest.Builder> request) {
        return describeTimeToLive(
                DescribeTimeToLiveRequest.builder().applyMutation(request).build());
    }

    default UpdateTimeToLiveResponse updateTimeToLive(Consumer<UpdateTimeToLiveRequest.Builder> request) {
        return updateTimeToLive(
                UpdateTimeToLiveRequest.builder().applyMutation(request).build());
    }

    default UpdateContinuousBackupsResponse updateContinuousBackups(
            Consumer<UpdateContinuousBackupsRequest.Builder> request) {
        return updateContinuousBackups(
                UpdateContinuousBackupsRequest.builder().applyMutation(request).build());
    }

    @Override
    void close();
}
