package foyer.payment.ledger;

import foyer.shared.Ids;
import foyer.shared.NotFound;

/** Names a payment, here and at the provider; opaque and not guessable. */
public record PaymentId(String value) {
    /** Fails with {@link NotFound} for what cannot be an id of ours. */
    public static PaymentId of(String text) {
        if (!Ids.wellFormed(text)) {
            throw new NotFound("payment");
        }
        return new PaymentId(text);
    }

    public static PaymentId fresh() {
        return new PaymentId(Ids.fresh());
    }

    @Override
    public String toString() {
        return value;
    }
}
