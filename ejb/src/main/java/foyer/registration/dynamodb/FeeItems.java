package foyer.registration.dynamodb;

import static foyer.shared.dynamodb.Items.number;
import static foyer.shared.dynamodb.Items.text;
import static foyer.shared.dynamodb.Items.truth;

import foyer.registration.Fee;
import foyer.registration.PaymentStatus;
import foyer.shared.dynamodb.StoredItem;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns what a registration knows of its payment into attributes and back; what is usual is left out. */
final class FeeItems {
    private static final String STATUS = "paymentStatus";
    private static final String PAYMENT = "paymentId";
    private static final String PROCESSING = "processing";
    private static final String VOUCHER = "voucher";
    private static final String REFUNDED = "refundedAmount";
    private static final String DISPUTED = "disputed";
    private static final String PAYABLE_UNTIL = "payableUntil";

    private FeeItems() {}

    static Map<String, AttributeValue> attributes(Fee fee) {
        var item = new HashMap<String, AttributeValue>();
        item.put(STATUS, text(fee.status().name()));
        if (fee.payment() != null) {
            item.put(PAYMENT, text(fee.payment()));
        }
        if (fee.processing()) {
            item.put(PROCESSING, truth(true));
        }
        if (fee.voucher() != null) {
            item.put(VOUCHER, text(fee.voucher()));
        }
        if (fee.refunded() > 0) {
            item.put(REFUNDED, number(fee.refunded()));
        }
        if (fee.disputed()) {
            item.put(DISPUTED, truth(true));
        }
        if (fee.payableUntil() != null) {
            item.put(PAYABLE_UNTIL, number(fee.payableUntil().toEpochMilli()));
        }
        return item;
    }

    static Fee fee(Map<String, AttributeValue> attributes) {
        var item = new StoredItem(attributes);
        return new Fee(
                PaymentStatus.valueOf(item.text(STATUS)),
                textOf(item, attributes, PAYMENT),
                attributes.containsKey(PROCESSING),
                textOf(item, attributes, VOUCHER),
                attributes.containsKey(REFUNDED) ? item.number(REFUNDED) : 0,
                attributes.containsKey(DISPUTED),
                item.instantIfThere(PAYABLE_UNTIL));
    }

    private static @Nullable String textOf(StoredItem item, Map<String, AttributeValue> attributes, String name) {
        return attributes.containsKey(name) ? item.text(name) : null;
    }
}
