package foyer.shared.dynamodb;

import java.util.function.Function;
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
 * What Foyer asks the SDK's client for. As functions and not as the client: at a deployment Payara reads the type of every
 * member of ours and all that those types name, and the client names more than a thousand.
 */
record StoreOperations(
        Function<GetItemRequest, GetItemResponse> getItem,
        Function<PutItemRequest, PutItemResponse> putItem,
        Function<UpdateItemRequest, UpdateItemResponse> updateItem,
        Function<DeleteItemRequest, DeleteItemResponse> deleteItem,
        Function<QueryRequest, QueryResponse> query,
        Function<TransactWriteItemsRequest, TransactWriteItemsResponse> transactWriteItems,
        Function<BatchWriteItemRequest, BatchWriteItemResponse> batchWriteItem,
        Function<BatchGetItemRequest, BatchGetItemResponse> batchGetItem,
        Function<DescribeTableRequest, DescribeTableResponse> describeTable,
        Function<CreateTableRequest, CreateTableResponse> createTable,
        Function<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> describeTimeToLive,
        Function<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> updateTimeToLive,
        Function<UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse> updateContinuousBackups,
        Runnable close) {}
