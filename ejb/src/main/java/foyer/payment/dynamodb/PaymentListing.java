package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.text;

import foyer.payment.ledger.Payment;
import foyer.shared.Page;
import foyer.shared.dynamodb.ListPosition;
import foyer.shared.dynamodb.StoreClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads payments that share something, the oldest first. One more than asked for is read, to know whether there is a next
 * page.
 *
 * @param attribute the index's partition key
 */
record PaymentListing(StoreClient client, String table, String index, String attribute) {
    private static final int AT_ONCE = 100;

    List<Payment> all(String value) {
        return read(value, AT_ONCE, Integer.MAX_VALUE, null);
    }

    Page<Payment> page(String value, int limit, @Nullable String position) {
        var read = read(
                value, limit + 1, limit, new ListPosition(attribute, "createdAt", "paymentId").start(value, position));
        if (read.size() <= limit) {
            return new Page<>(read, null);
        }
        var last = read.get(limit - 1);
        return new Page<>(
                read.subList(0, limit),
                ListPosition.of(last.createdAt(), last.id().value()));
    }

    // The store ends a part by its size, too, so it is asked as often as it takes.
    private List<Payment> read(String value, int atOnce, int enough, @Nullable Map<String, AttributeValue> start) {
        var read = new ArrayList<Payment>();
        var from = start;
        do {
            var after = from;
            var answer = client.query(query -> query.tableName(table)
                    .indexName(index)
                    .keyConditionExpression(attribute + " = :value")
                    .expressionAttributeValues(Map.of(":value", text(value)))
                    .exclusiveStartKey(after)
                    .limit(atOnce));
            answer.items().stream().map(PaymentItems::payment).forEach(read::add);
            from = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : null;
        } while (from != null && read.size() <= enough);
        return read;
    }
}
