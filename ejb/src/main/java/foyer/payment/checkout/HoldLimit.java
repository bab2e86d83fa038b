package foyer.payment.checkout;

import foyer.payment.ledger.Payment;
import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Until when a seat is kept for a payment, by what was begun for it before: each payment would keep it anew, and so would
 * who never pays, for ever. Whoever begins again, with a voucher or without, has the time of two payments in all.
 *
 * @param hold how long a seat is kept for one payment
 */
record HoldLimit(Duration hold) {
    // Each is a checkout at the provider.
    static final int MOST = 20;

    /**
     * Fails with {@link WrongState} where no more is begun.
     *
     * @param begun before for the same seat, the oldest first
     */
    Instant until(List<Payment> begun, Instant now) {
        var whole = now.plus(hold);
        if (begun.isEmpty()) {
            return whole;
        }
        var last = begun.get(0).createdAt().plus(hold.multipliedBy(2));
        if (!now.isBefore(last)) {
            throw new WrongState("The time to pay for this seat is over. Please register again in some minutes.");
        }
        if (begun.size() >= MOST) {
            throw new WrongState("Too many payments were begun for this seat. Please register again later.");
        }
        return whole.isBefore(last) ? whole : last;
    }
}
