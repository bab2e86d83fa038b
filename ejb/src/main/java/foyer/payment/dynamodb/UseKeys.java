package foyer.payment.dynamodb;

import static foyer.shared.dynamodb.Items.text;

import foyer.payment.ledger.PaymentId;
import foyer.shared.EmailAddress;
import foyer.shared.Signatures;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Names the items that count a voucher's uses: one a payment, and one for each person, by a keyed hash of the address. */
record UseKeys(Signatures signatures) {
    Map<String, AttributeValue> payment(PaymentId payment) {
        return key("payment#" + payment.value());
    }

    String person(String code, EmailAddress address) {
        var hash = signatures.mac("voucher", code + "\n" + address.key());
        return "person#" + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    static Map<String, AttributeValue> key(String name) {
        return Map.of("useKey", text(name));
    }
}
