package foyer.payment.refund;

import foyer.payment.ledger.Payment;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.util.function.Supplier;

/** A payment that others may change at the same moment as an operator does. */
final class Contended {
    private static final int ATTEMPTS = 5;

    private Contended() {}

    /**
     * Fails with {@link Unavailable} where others are faster each time.
     *
     * @param attempt finds the payment, decides by what it is then, and writes it; it is made anew after a
     *     {@link VersionConflict}
     */
    static Payment changed(Supplier<Payment> attempt) {
        for (var made = 1; ; made++) {
            try {
                return attempt.get();
            } catch (VersionConflict meanwhile) {
                if (made == ATTEMPTS) {
                    throw new Unavailable(
                            "Much happens to this payment at once. Please try again.",
                            Duration.ofSeconds(1),
                            meanwhile);
                }
            }
        }
    }
}
