package foyer.payment.verdict;

import foyer.event.Event;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Seen;
import foyer.registration.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a payment means, by all that was ever seen of it: the one place that decides. Pure, so that whoever asks, and however
 * often, hears the same.
 *
 * @param payment as it is to be written
 * @param registration as it is to be written; the one that was given where nothing changes
 * @param seat whether a seat has to be found for the registration in the same write
 * @param voucher what becomes of the voucher's use
 * @param tidings what is told of it, in the same write
 * @param act what is to be done at the provider once it is written
 */
public record Verdict(
        Payment payment, Registration registration, boolean seat, VoucherUse voucher, Set<Tidings> tidings, Act act) {
    /** What is to be done at the provider. */
    public enum Act {
        NOTHING,
        /** Ask for the checkout, again or for the first time. */
        OPEN,
        /** The same, but nobody shall pay it: there may be one that we were not told of. */
        OPEN_TO_CLOSE,
        /** Nobody shall pay it any more. */
        CLOSE,
        /** Order what is still wanted. */
        REFUND,
        /** Nothing; but look once more before it is done with. */
        AGAIN
    }

    /** What becomes of a voucher's use. */
    public enum VoucherUse {
        AS_IT_IS,
        /** It is granted though another one was begun for its seat, which may have taken its use over. */
        KEPT,
        TAKEN,
        GIVEN_BACK
    }

    public Verdict {
        tidings = Set.copyOf(tidings);
    }

    /**
     * @param before as it is kept
     * @param seen by the provider's word just now
     * @param registration as it is kept
     * @param delay how long a seat is kept for money that takes its time
     */
    public static Verdict of(
            Payment before, Seen seen, Registration registration, Event event, Duration delay, Instant now) {
        return new Judge(before, before.seen().joined(seen), registration, event, delay, now).judge();
    }

    /** For one that would have been granted, had there been a seat, its address or its voucher left. */
    public static Verdict tooLate(
            Payment before, Seen seen, Registration registration, Event event, Duration delay, Instant now) {
        return new Judge(before, before.seen().joined(seen), registration, event, delay, now).tooLate();
    }

    /** Of one that costs nothing. */
    public static Verdict given(Payment payment, Registration paid) {
        return new Verdict(payment, paid, false, VoucherUse.AS_IT_IS, Set.of(Tidings.RECEIPT), Act.NOTHING);
    }

    /** Whether anything has to be written. */
    public boolean changes(Payment before, Registration held) {
        return !payment.equals(before) || !registration.equals(held);
    }
}
