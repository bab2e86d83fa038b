package foyer.payment.verdict;

import foyer.event.Event;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Seen;
import foyer.registration.Registration;
import java.time.Duration;
import java.time.Instant;

/** Finds the {@link Verdict} of one case, and changes nothing. */
final class Judge {
    private final CaseFile file;
    private final MoneyBack moneyBack;

    /**
     * @param seen all that the provider was ever seen to say of it, just now included
     * @param delay how long a seat is kept for money that takes its time
     */
    Judge(Payment before, Seen seen, Registration held, Event event, Duration delay, Instant now) {
        file = new CaseFile(before, seen, held, event, delay, now);
        moneyBack = new MoneyBack(file);
    }

    Verdict judge() {
        switch (file.before.outcome()) {
            case UNDECIDED, LAPSED -> new Deciding(file, moneyBack).decide();
            case GRANTED -> new Standing(file, moneyBack).review();
            case WITHDRAWN, TOO_LATE, TWICE, CANCELLED -> moneyBack.owed();
            case MISMATCHED -> moneyBack.mismatched();
            // A refund that failed may be ordered anew.
            case REFUNDED -> moneyBack.order();
        }
        return verdict();
    }

    /** There is no seat left for it, or what else it takes. */
    Verdict tooLate() {
        moneyBack.sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
        return verdict();
    }

    private Verdict verdict() {
        moneyBack.tellWhatWentBack();
        new CallingAPerson(file).call();
        return file.verdict();
    }
}
