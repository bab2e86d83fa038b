package violations.foyer.ticket.dynamodb;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalOperator;
import violations.foyer.ticket.Tickets;

/** Is public, scans, and asks as one did before there were expressions. */
public abstract class PublicTickets implements Tickets {
    void scans(DynamoDbClient client) {
        client.scan(scan -> scan.tableName("tickets"));
    }

    void beforeExpressions(DynamoDbClient client) {
        client.putItem(put -> put.tableName("tickets").expected(Map.of()));
    }

    void conditionalOperator(DynamoDbClient client) {
        client.putItem(put -> put.tableName("tickets").conditionalOperator(ConditionalOperator.AND));
    }

    void attributeUpdates(DynamoDbClient client) {
        client.updateItem(update -> update.tableName("tickets").attributeUpdates(Map.of()));
    }

    void attributesToGet(DynamoDbClient client) {
        client.getItem(get -> get.tableName("tickets").attributesToGet("price"));
    }

    void keyConditions(DynamoDbClient client) {
        client.query(query -> query.tableName("tickets").keyConditions(Map.of()));
    }

    void queryFilter(DynamoDbClient client) {
        client.query(query -> query.tableName("tickets").queryFilter(Map.of()));
    }

    void statement(DynamoDbClient client) {
        client.executeStatement(statement -> statement.statement("SELECT * FROM tickets"));
    }

    void statements(DynamoDbClient client) {
        client.batchExecuteStatement(batch -> batch.statements(List.of()));
    }

    void transaction(DynamoDbClient client) {
        client.executeTransaction(all -> all.transactStatements(List.of()));
    }

    void scansPageByPage(DynamoDbClient client) {
        client.scanPaginator(scan -> scan.tableName("tickets")).forEach(page -> {});
    }
}
