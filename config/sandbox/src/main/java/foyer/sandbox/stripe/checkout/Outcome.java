package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Tree;
import java.util.Optional;

/**
 * What a shopper's step came to.
 *
 * @param session as it is now
 * @param error the intent's last payment error, where the step failed
 */
public record Outcome(Step step, Tree session, Optional<Tree> error) {
    /** Where the shopper stands. */
    public enum Step {
        /** Paid, or nothing had to be. */
        PAID,
        /** Done for the shopper; whether the money comes is not known yet. */
        PROCESSING,
        /** The bank asks the shopper something. */
        CHALLENGED,
        /** Not paid: the session stays open. */
        DECLINED
    }

    /** What the shopper reads. */
    public Optional<String> message() {
        return error.flatMap(told -> told.textIfAny("message"));
    }
}
