package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.payment.ledger.PaymentId;
import foyer.payment.voucher.Voucher;
import foyer.payment.voucher.Vouchers;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Page;
import foyer.shared.Signatures;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.Attempts;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoreFailures;
import foyer.shared.dynamodb.StoreSettings;
import foyer.shared.dynamodb.StoredAlongside;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Vouchers in DynamoDB, an item each; see {@link VoucherUses} for what is used of them. */
final class DynamoDbVouchers implements Vouchers {
    // The store takes no longer keys, and nobody made a longer code.
    private static final int LONGEST_CODE = 200;

    private final StoreClient client;
    private final String table;
    private final VoucherUses uses;

    DynamoDbVouchers(StoreClient client, StoreSettings settings, Signatures signatures) {
        this.client = client;
        this.table = settings.table(PaymentTables.VOUCHERS.name());
        this.uses = new VoucherUses(
                client, table, settings.table(PaymentTables.USES.name()), new UseKeys(signatures), this::find);
    }

    @Override
    public Optional<Voucher> find(String code) {
        if (code.isEmpty() || code.length() > LONGEST_CODE) {
            return Optional.empty();
        }
        var answer = client.getItem(
                get -> get.tableName(table).key(VoucherItems.key(code)).consistentRead(true));
        return answer.hasItem() && !VoucherItems.isRemoved(answer.item())
                ? Optional.of(VoucherItems.voucher(answer.item()))
                : Optional.empty();
    }

    @Override
    public void add(Voucher voucher, Alongside alongside) {
        var terms = VoucherItems.terms(voucher)
                .conditionExpression("attribute_not_exists(code) OR attribute_exists(#removed)");
        if (!isWritten(terms, alongside)) {
            throw new VersionConflict("voucher");
        }
    }

    @Override
    public void replace(Voucher before, Voucher after) {
        var terms = VoucherItems.terms(after);
        var values = new HashMap<>(terms.build().expressionAttributeValues());
        values.put(":before", number(before.version()));
        terms.conditionExpression("attribute_not_exists(#removed) AND #version = :before")
                .expressionAttributeValues(values);
        if (!isWritten(terms, Alongside.nothing())) {
            throw new VersionConflict("voucher");
        }
    }

    @Override
    public void remove(String code, Alongside alongside) {
        var removal = Update.builder()
                .key(VoucherItems.key(code))
                .updateExpression("SET #removed = :yes REMOVE listed")
                .conditionExpression("attribute_exists(code) AND attribute_not_exists(#removed)")
                .expressionAttributeNames(Map.of("#removed", VoucherItems.REMOVED))
                .expressionAttributeValues(Map.of(":yes", truth(true)));
        if (!isWritten(removal, alongside)) {
            // Nobody uses it: it is unknown, or was removed before.
            return;
        }
    }

    @Override
    public Page<Voucher> list(int limit, @Nullable String position) {
        var answer = client.query(query -> query.tableName(table)
                .indexName(PaymentTables.LISTED)
                .keyConditionExpression("listed = :all")
                .expressionAttributeValues(Map.of(":all", text(VoucherItems.LISTED)))
                .exclusiveStartKey(start(position))
                .limit(limit + 1));
        var found = answer.items().stream().map(VoucherItems::voucher).toList();
        return found.size() <= limit
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, limit), found.get(limit - 1).code());
    }

    @Override
    public Alongside using(Voucher voucher, EmailAddress by, PaymentId payment, Collection<PaymentId> others) {
        return uses.using(voucher, by, payment, others);
    }

    @Override
    public Alongside givingBack(String code, EmailAddress by, PaymentId payment) {
        return uses.givingBack(payment);
    }

    // A transaction also of one, for its token tells the SDK's repeat from somebody else's change.
    private boolean isWritten(Update.Builder update, Alongside alongside) {
        var others = StoredAlongside.in(alongside);
        var items = new ArrayList<TransactWriteItem>();
        items.add(TransactWriteItem.builder()
                .update(update.tableName(table).build())
                .build());
        others.forEach(other -> items.add(other.item()));
        var refused = new Attempts().write(client, items);
        refused.filter(whole -> !StoreFailures.conditionFailed(whole, 0))
                .ifPresent(whole -> StoredAlongside.refuse(others, whole, 1));
        return refused.isEmpty();
    }

    private static @Nullable Map<String, AttributeValue> start(@Nullable String position) {
        return position == null ? null : Map.of("listed", text(VoucherItems.LISTED), "code", text(position));
    }
}
