package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;

import foyer.event.EventId;
import foyer.payment.voucher.Voucher;
import foyer.shared.Money;
import foyer.shared.dynamodb.StoredItem;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Turns vouchers into items of their table and back. How often one was used is counted in its item and stays when its terms
 * change; one that was removed stays too, unlisted, for those who used it.
 */
final class VoucherItems {
    /** The partition of the index that lists them all: vouchers are written rarely, and used a few times a second. */
    static final String LISTED = "all";

    static final String USES = "uses";
    static final String REMOVED = "removed";

    private static final List<String> OPTIONAL =
            List.of("eventId", "amount", "currency", "percent", "limit", "limitPerPerson", "expiresAt");

    private VoucherItems() {}

    static Map<String, AttributeValue> key(String code) {
        return Map.of("code", text(code));
    }

    static boolean isRemoved(Map<String, AttributeValue> item) {
        return item.containsKey(REMOVED);
    }

    static Voucher voucher(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        var event = item.textIfThere("eventId");
        var percent = item.numberIfThere("percent");
        return new Voucher(
                item.text("code"),
                event == null ? null : new EventId(event),
                amount(item),
                percent == null ? null : percent.intValue(),
                item.numberIfThere("limit"),
                item.numberIfThere("limitPerPerson"),
                item.instantIfThere("expiresAt"),
                item.number(USES),
                item.number("version"),
                item.instant("createdAt"));
    }

    /** Makes its terms these, and nothing else; removed it is no more. */
    static Update.Builder terms(Voucher voucher) {
        var wanted = terms(voucher, new HashMap<>());
        var names = new HashMap<>(Map.of("#removed", REMOVED, "#uses", USES));
        var values = new HashMap<>(Map.of(":none", number(0)));
        var sets = new ArrayList<>(List.of("#uses = if_not_exists(#uses, :none)"));
        wanted.forEach((name, value) -> {
            names.put("#" + name, name);
            values.put(":" + name, value);
            sets.add("#" + name + " = :" + name);
        });
        var removes = new ArrayList<>(List.of("#removed"));
        OPTIONAL.stream().filter(name -> !wanted.containsKey(name)).forEach(name -> {
            names.put("#" + name, name);
            removes.add("#" + name);
        });
        return Update.builder()
                .key(key(voucher.code()))
                .updateExpression("SET " + String.join(", ", sets) + " REMOVE " + String.join(", ", removes))
                .expressionAttributeNames(names)
                .expressionAttributeValues(values);
    }

    private static Map<String, AttributeValue> terms(Voucher voucher, Map<String, AttributeValue> item) {
        item.put("listed", text(LISTED));
        if (voucher.event() != null) {
            item.put("eventId", text(voucher.event().value()));
        }
        if (voucher.amount() != null) {
            item.put("amount", number(voucher.amount().minorUnits()));
            item.put("currency", text(voucher.amount().currency().getCurrencyCode()));
        }
        put(
                item,
                "percent",
                voucher.percent() == null ? null : voucher.percent().longValue());
        put(item, "limit", voucher.limit());
        put(item, "limitPerPerson", voucher.limitPerPerson());
        put(
                item,
                "expiresAt",
                voucher.expiresAt() == null ? null : voucher.expiresAt().toEpochMilli());
        item.put("version", number(voucher.version()));
        item.put("createdAt", number(voucher.createdAt().toEpochMilli()));
        return item;
    }

    private static @Nullable Money amount(StoredItem item) {
        var amount = item.numberIfThere("amount");
        return amount == null ? null : new Money(amount, Currency.getInstance(item.text("currency")));
    }

    private static void put(Map<String, AttributeValue> item, String name, @Nullable Long value) {
        if (value != null) {
            item.put(name, number(value));
        }
    }
}
