package foyer.payment.settlement;

import foyer.event.Event;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Seen;
import foyer.payment.verdict.Verdict;
import foyer.registration.Registration;
import java.util.function.BiFunction;

/** Settling without one of its guards, for tests that show what it guards. */
public final class UnguardedSettling {
    private UnguardedSettling() {}

    /** What is looked at is not claimed before. */
    public static Settling withoutClaim() {
        return new Settling() {
            @Override
            Payment takenUp(Payment seen) {
                return seen;
            }
        };
    }

    /** Nobody's sessions end. */
    public static Settling withoutTakingBack() {
        return new Settling() {
            @Override
            void takeBack(Payment before) {
                // Whoever watches goes on watching.
            }
        };
    }

    /** Decides by another payment, and by another sight of it, than there are. */
    public static Settling deciding(BiFunction<Payment, Seen, Payment> payment, BiFunction<Payment, Seen, Seen> sight) {
        return new Settling() {
            @Override
            Verdict judged(Payment before, Seen seen, Registration registration, Event event) {
                return super.judged(payment.apply(before, seen), sight.apply(before, seen), registration, event);
            }
        };
    }
}
