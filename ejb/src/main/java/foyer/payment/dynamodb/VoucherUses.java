package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.payment.ledger.PaymentId;
import foyer.payment.voucher.Voucher;
import foyer.payment.voucher.VoucherRefused;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.VersionConflict;
import foyer.shared.dynamodb.StoreClient;
import foyer.shared.dynamodb.StoredAlongside;
import foyer.shared.dynamodb.StoredItem;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Counts uses of vouchers: an item says that a payment has used one, the voucher counts all of them, and a counter those of
 * one address. Whether the payment has used it is read first, and what was read is a condition of what is written: for a
 * transaction cannot pass over a part that is not needed.
 *
 * @param find reads a voucher as it is now
 */
record VoucherUses(
        StoreClient client, String vouchers, String table, UseKeys keys, Function<String, Optional<Voucher>> find) {
    private static final Map<String, String> USES = Map.of("#uses", VoucherItems.USES);

    Alongside using(Voucher voucher, EmailAddress by, PaymentId payment, Collection<PaymentId> others) {
        if (use(payment).isPresent()) {
            return stillUsed(payment);
        }
        for (var other : others) {
            var theirs = use(other).filter(use -> use.text("code").equals(voucher.code()));
            if (theirs.isPresent()) {
                return Alongside.of(
                        unused(other), use(voucher.code(), payment, theirs.get().text("person")));
            }
        }
        var person = keys.person(voucher.code(), by);
        return Alongside.of(
                use(voucher.code(), payment, person), more(voucher), oneMoreOf(person, voucher.limitPerPerson()));
    }

    Alongside givingBack(PaymentId payment) {
        return use(payment)
                .map(use -> Alongside.of(
                        unused(payment),
                        less(vouchers, VoucherItems.key(use.text("code"))),
                        less(table, UseKeys.key(use.text("person")))))
                .orElseGet(Alongside::nothing);
    }

    private Optional<StoredItem> use(PaymentId payment) {
        var answer = client.getItem(
                get -> get.tableName(table).key(keys.payment(payment)).consistentRead(true));
        return answer.hasItem() ? Optional.of(new StoredItem(answer.item())) : Optional.empty();
    }

    private Alongside stillUsed(PaymentId payment) {
        var item = TransactWriteItem.builder()
                .conditionCheck(check -> check.tableName(table)
                        .key(keys.payment(payment))
                        .conditionExpression("attribute_exists(useKey)"))
                .build();
        return new StoredAlongside(item, VoucherUses::changed);
    }

    private Alongside use(String code, PaymentId payment, String person) {
        var item = new HashMap<>(keys.payment(payment));
        item.put("code", text(code));
        item.put("person", text(person));
        var put = TransactWriteItem.builder()
                .put(use -> use.tableName(table).item(item).conditionExpression("attribute_not_exists(useKey)"))
                .build();
        return new StoredAlongside(put, VoucherUses::changed);
    }

    private Alongside unused(PaymentId payment) {
        var item = TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table)
                        .key(keys.payment(payment))
                        .conditionExpression("attribute_exists(useKey)"))
                .build();
        return new StoredAlongside(item, VoucherUses::changed);
    }

    // By the limit that the store knows; that of a person is compared with what was read, for it counts elsewhere.
    private Alongside more(Voucher voucher) {
        var perPerson = voucher.limitPerPerson();
        var names = new HashMap<>(USES);
        names.putAll(Map.of("#limit", "limit", "#perPerson", "limitPerPerson", "#removed", VoucherItems.REMOVED));
        var values = new HashMap<>(Map.of(":one", number(1)));
        if (perPerson != null) {
            values.put(":perPerson", number(perPerson));
        }
        var update = Update.builder()
                .tableName(vouchers)
                .key(VoucherItems.key(voucher.code()))
                .updateExpression("ADD #uses :one")
                .conditionExpression("attribute_exists(code) AND attribute_not_exists(#removed)"
                        + " AND (attribute_not_exists(#limit) OR #uses < #limit) AND "
                        + (perPerson == null ? "attribute_not_exists(#perPerson)" : "#perPerson = :perPerson"))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
        return stored(update, () -> refusal(voucher.code()));
    }

    private Alongside oneMoreOf(String person, @Nullable Long most) {
        var update = Update.builder()
                .tableName(table)
                .key(UseKeys.key(person))
                .updateExpression("ADD #uses :one")
                .expressionAttributeNames(USES)
                .expressionAttributeValues(Map.of(":one", number(1)));
        if (most != null) {
            update.conditionExpression("attribute_not_exists(#uses) OR #uses < :most")
                    .expressionAttributeValues(Map.of(":one", number(1), ":most", number(most)));
        }
        return stored(update, VoucherUses::usedUp);
    }

    private static Alongside less(String table, Map<String, AttributeValue> key) {
        var update = Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression("ADD #uses :less")
                .conditionExpression("#uses > :none")
                .expressionAttributeNames(USES)
                .expressionAttributeValues(Map.of(":less", number(-1), ":none", number(0)));
        return stored(update, VoucherUses::changed);
    }

    private static Alongside stored(Update.Builder update, Supplier<RuntimeException> refusal) {
        return new StoredAlongside(
                TransactWriteItem.builder().update(update.build()).build(), refusal);
    }

    private RuntimeException refusal(String code) {
        var voucher = find.apply(code);
        if (voucher.isEmpty()) {
            return new VoucherRefused("unknown_value", "There is no such voucher any more.");
        }
        var limit = voucher.get().limit();
        return limit != null && voucher.get().uses() >= limit ? usedUp() : changed();
    }

    private static RuntimeException usedUp() {
        return new VoucherRefused("used_up", "This voucher has been used up.");
    }

    private static RuntimeException changed() {
        return new VersionConflict("voucher");
    }
}
