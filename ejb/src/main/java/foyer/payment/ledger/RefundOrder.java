package foyer.payment.ledger;

import java.time.Instant;

/**
 * A refund that an operator ordered, kept with its payment: whoever does not know whether it was written orders it again.
 *
 * @param id the same when the same call is repeated
 * @param by the operator, by their id
 */
public record RefundOrder(String id, long minorUnits, String by, Instant at) {
    public RefundOrder {
        at = Payment.millis(at);
    }
}
