package foyer.shared.dynamodb;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One call of a test to the store, whatever attempts it took.
 *
 * @param operation in DynamoDB's words: {@code PutItem}
 * @param tables their full names, one for each item asked for
 */
public record StoreCall(String operation, List<String> tables) {
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "TransactWriteItems", "BatchWriteItem");

    public boolean writes() {
        return WRITES.contains(operation);
    }

    public boolean scans() {
        return operation.equals("Scan");
    }

    static StoreCall of(String operation, SdkRequest request) {
        return new StoreCall(operation, tables(request));
    }

    private static List<String> tables(SdkRequest request) {
        if (request instanceof TransactWriteItemsRequest transaction) {
            return transaction.transactItems().stream().map(StoreCall::table).toList();
        }
        if (request instanceof TransactGetItemsRequest transaction) {
            return transaction.transactItems().stream()
                    .map(item -> item.get().tableName())
                    .toList();
        }
        if (request instanceof BatchWriteItemRequest batch) {
            return List.copyOf(batch.requestItems().keySet());
        }
        if (request instanceof BatchGetItemRequest batch) {
            return List.copyOf(batch.requestItems().keySet());
        }
        return request.getValueForField("TableName", String.class).stream().toList();
    }

    private static String table(TransactWriteItem item) {
        return Stream.of(
                        Stream.ofNullable(item.put()).map(put -> put.tableName()),
                        Stream.ofNullable(item.update()).map(update -> update.tableName()),
                        Stream.ofNullable(item.delete()).map(delete -> delete.tableName()),
                        Stream.ofNullable(item.conditionCheck()).map(check -> check.tableName()))
                .flatMap(tables -> tables)
                .findFirst()
                .orElseThrow();
    }
}
