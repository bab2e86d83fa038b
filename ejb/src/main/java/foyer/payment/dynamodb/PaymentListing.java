package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.payment.Payment;
import foyer.shared.Page;
import foyer.shared.ValidationFailed;
import foyer.shared.dynamodb.StoreClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads payments that share something, the oldest first. One more than asked for is read, to know whether there is a next
 * page.
 *
 * @param attribute the index's partition key
 */
record PaymentListing(StoreClient client, String table, String index, String attribute) {
    private static final Pattern POSITION = Pattern.compile("([0-9]{1,15}):([A-Za-z0-9_-]{22})");
    private static final int AT_ONCE = 100;

    List<Payment> all(String value) {
        return read(value, AT_ONCE, Integer.MAX_VALUE, null);
    }

    Page<Payment> page(String value, int limit, @Nullable String position) {
        var read = read(value, limit + 1, limit, start(value, position));
        return read.size() <= limit
                ? new Page<>(read, null)
                : new Page<>(read.subList(0, limit), position(read.get(limit - 1)));
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

    private static String position(Payment payment) {
        return payment.createdAt().toEpochMilli() + ":" + payment.id().value();
    }

    private @Nullable Map<String, AttributeValue> start(String value, @Nullable String position) {
        if (position == null) {
            return null;
        }
        var matcher = POSITION.matcher(position);
        if (!matcher.matches()) {
            throw new ValidationFailed("cursor", "invalid", "This cursor is not one of this list.");
        }
        return Map.of(
                attribute,
                text(value),
                "createdAt",
                number(Long.parseLong(matcher.group(1))),
                "paymentId",
                text(matcher.group(2)));
    }
}
