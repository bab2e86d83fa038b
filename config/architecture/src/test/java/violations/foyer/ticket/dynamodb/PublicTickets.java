package violations.foyer.ticket.dynamodb;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import violations.foyer.ticket.Tickets;

/** Is public, scans, and asks as one did before there were expressions. */
public abstract class PublicTickets implements Tickets {
    void scans(DynamoDbClient client) {
        client.scan(scan -> scan.tableName("tickets"));
    }

    void beforeExpressions(DynamoDbClient client) {
        client.putItem(put -> put.tableName("tickets").expected(Map.of()));
    }

    void statement(DynamoDbClient client) {
        client.executeStatement(statement -> statement.statement("SELECT * FROM tickets"));
    }
}
