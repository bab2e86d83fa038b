package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.registration.RegistrationId;
import foyer.shared.Alongside;
import foyer.shared.Ids;
import foyer.shared.NotFound;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.JointWrite;
import foyer.shared.dynamodb.OutboxItems;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Payments in DynamoDB, an item each, which is written whole on condition of its version. All that belongs together is one
 * transaction; whoever is repeated by the SDK, for the answer was lost, is recognised by the transaction's token, and a call
 * by its own.
 */
final class DynamoDbPayments implements Payments {
    private static final String CALLED =
            "SET dueAt = :now, dueLane = :lane, updatedAt = :now, calledBy = :call" + " ADD #version :one";

    private final StoreClient client;
    private final String table;
    private final JointWrite joint;

    DynamoDbPayments(StoreClient client, StoreSettings settings, OutboxItems outbox) {
        this.client = client;
        this.table = settings.table(PaymentTables.PAYMENTS.name());
        this.joint = new JointWrite(client, outbox, "payment");
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        var answer = client.getItem(
                get -> get.tableName(table).key(PaymentItems.key(id)).consistentRead(true));
        return answer.hasItem() ? Optional.of(PaymentItems.payment(answer.item())) : Optional.empty();
    }

    @Override
    public Alongside adding(Payment payment) {
        var item = TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(PaymentItems.item(payment))
                        .conditionExpression("attribute_not_exists(paymentId)"))
                .build();
        return new StoredAlongside(item, () -> new VersionConflict("payment"));
    }

    @Override
    public Alongside replacing(Payment before, Payment after) {
        return new StoredAlongside(replacement(before, after), () -> new VersionConflict("payment"));
    }

    @Override
    public void replace(Payment before, Payment after, Alongside alongside, Outgoing... facts) {
        joint.write(() -> List.of(replacement(before, after)), alongside, List.of(facts));
    }

    @Override
    public boolean call(PaymentId id, Instant now) {
        try {
            client.updateItem(update -> update.tableName(table)
                    .key(PaymentItems.key(id))
                    .updateExpression(CALLED)
                    .conditionExpression("attribute_exists(paymentId)"
                            + " AND (attribute_not_exists(dueAt) OR dueAt > :now OR dueAt > updatedAt"
                            + " OR calledBy = :call)")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(called(id, now)));
            return true;
        } catch (ConditionalCheckFailedException dueOrUnknown) {
            return false;
        }
    }

    @Override
    public Alongside calling(PaymentId id, Instant now) {
        var item = TransactWriteItem.builder()
                .update(update -> update.tableName(table)
                        .key(PaymentItems.key(id))
                        .updateExpression(CALLED)
                        .conditionExpression("attribute_exists(paymentId)")
                        .expressionAttributeNames(Map.of("#version", "version"))
                        .expressionAttributeValues(called(id, now)))
                .build();
        return new StoredAlongside(item, () -> new NotFound("payment"));
    }

    @Override
    public List<Payment> of(RegistrationId registration) {
        return listing(PaymentTables.BY_REGISTRATION, "registrationId").all(registration.value());
    }

    @Override
    public Page<Payment> ofEvent(EventId event, int limit, @Nullable String position) {
        return listing(PaymentTables.BY_EVENT, "eventId").page(event.value(), limit, position);
    }

    @Override
    public Page<Payment> ofDay(LocalDate day, int limit, @Nullable String position) {
        return listing(PaymentTables.BY_DAY, "createdDay").page(day.toString(), limit, position);
    }

    @Override
    public List<Payment> due(Instant now, int most) {
        var due = new ArrayList<Payment>();
        for (var lane = 0; lane < PaymentItems.DUE_LANES; lane++) {
            due.addAll(due(Integer.toString(lane), now, most));
        }
        return due.stream()
                .sorted(Comparator.comparing(payment -> payment.next().orElseThrow()))
                .limit(most)
                .toList();
    }

    private List<Payment> due(String lane, Instant now, int most) {
        return client
                .query(query -> query.tableName(table)
                        .indexName(PaymentTables.DUE)
                        .keyConditionExpression("dueLane = :lane AND dueAt <= :now")
                        .expressionAttributeValues(Map.of(":lane", text(lane), ":now", PaymentItems.moment(now)))
                        .limit(most))
                .items()
                .stream()
                .map(PaymentItems::payment)
                .toList();
    }

    private PaymentListing listing(String index, String attribute) {
        return new PaymentListing(client, table, index, attribute);
    }

    private TransactWriteItem replacement(Payment before, Payment after) {
        return TransactWriteItem.builder()
                .put(put -> put.tableName(table)
                        .item(PaymentItems.item(after))
                        .conditionExpression("#version = :before")
                        .expressionAttributeNames(Map.of("#version", "version"))
                        .expressionAttributeValues(Map.of(":before", number(before.version()))))
                .build();
    }

    private static Map<String, AttributeValue> called(PaymentId id, Instant now) {
        return Map.of(
                ":now", PaymentItems.moment(now),
                ":lane", text(PaymentItems.lane(id)),
                ":call", text(Ids.fresh()),
                ":one", number(1));
    }
}
