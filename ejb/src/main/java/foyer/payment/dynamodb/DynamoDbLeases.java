package foyer.payment.dynamodb;

import static foyer.payment.dynamodb.PaymentItems.moment;
import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.payment.reconciliation.Leases;
import foyer.shared.Ids;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredItem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Leases in DynamoDB, an item each, of which time only says when it may be taken: what counts is the token. Each condition
 * lets its own write pass again, for the SDK repeats one whose answer was lost.
 */
final class DynamoDbLeases implements Leases {
    private static final Map<String, String> NAMES = Map.of("#token", "token");

    private final StoreClient client;
    private final String table;

    DynamoDbLeases(StoreClient client, StoreSettings settings) {
        this.client = client;
        this.table = settings.table(PaymentTables.LEASES.name());
    }

    // An end that is up to a length too far away is another clock that is somewhat ahead, and is waited for.
    @Override
    public Optional<Lease> take(String name, Duration length, Instant now) {
        var values = Map.of(
                ":take", text(Ids.fresh()),
                ":now", moment(now),
                ":end", moment(now.plus(length)),
                ":never", moment(now.plus(length.multipliedBy(2))),
                ":none", number(0),
                ":one", number(1));
        try {
            var taken = client.updateItem(update -> update.tableName(table)
                    .key(key(name))
                    .updateExpression(
                            "SET #token = if_not_exists(#token, :none) + :one, endsAt = :end, takenBy = :take")
                    .conditionExpression(
                            "attribute_not_exists(endsAt) OR endsAt <= :now OR endsAt > :never" + " OR takenBy = :take")
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(values)
                    .returnValues(ReturnValue.ALL_NEW));
            var item = new StoredItem(taken.attributes());
            return Optional.of(new Lease(name, item.number("token"), item.textIfThere("progress")));
        } catch (ConditionalCheckFailedException anothers) {
            return Optional.empty();
        }
    }

    @Override
    public boolean keep(Lease lease, String state) {
        return isChanged(lease, "SET progress = :state", Map.of(":state", text(state)));
    }

    @Override
    public boolean prolong(Lease lease, Duration length, Instant now) {
        return isChanged(lease, "SET endsAt = :end", Map.of(":end", moment(now.plus(length))));
    }

    @Override
    public void release(Lease lease) {
        isChanged(lease, "REMOVE endsAt", Map.of());
    }

    @Override
    public Optional<String> state(String name) {
        var answer = client.getItem(get -> get.tableName(table).key(key(name)).consistentRead(true));
        return Optional.ofNullable(new StoredItem(answer.item()).textIfThere("progress"));
    }

    private boolean isChanged(Lease lease, String change, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":token", number(lease.token()));
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(key(lease.name()))
                    .updateExpression(change)
                    .conditionExpression("#token = :token")
                    .expressionAttributeNames(NAMES)
                    .expressionAttributeValues(all));
            return true;
        } catch (ConditionalCheckFailedException takenSince) {
            return false;
        }
    }

    private static Map<String, AttributeValue> key(String name) {
        return Map.of("leaseName", text(name));
    }
}
