package foyer.payment.letters;

import foyer.payment.ledger.Payment;
import foyer.payment.provider.CheckoutRefused;
import org.jspecify.annotations.Nullable;

/**
 * Calls a person, for whoever watches log and figures and reads no letters. Raised once what it tells of is written, and so
 * once for each: what was not written is not told, and what is tried again is told when it is. A process that dies right
 * after the write, or hears no answer to it, raises none: what is certain is the letter, which is written along, and the
 * payment's {@link Payment.Need}s, which the balance lists.
 */
public interface Alerts {
    /**
     * @param payment as it is written
     * @param why what the provider refused; null: nothing failed here
     */
    void raised(Payment payment, @Nullable CheckoutRefused why);
}
