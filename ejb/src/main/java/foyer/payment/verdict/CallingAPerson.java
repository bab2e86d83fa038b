package foyer.payment.verdict;

import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;

/** What only a person can see to by now, and what of that has been seen to. */
final class CallingAPerson {
    private final CaseFile file;

    CallingAPerson(CaseFile file) {
        this.file = file;
    }

    /** After all else was found. */
    void call() {
        if (file.seen.failed() > file.before.seen().failed()) {
            file.change.needing(Need.REFUND_FAILED);
            file.tell(Tidings.ALERT);
        }
        if (!file.seen.disputes().equals(file.before.seen().disputes())) {
            file.change.needing(Need.DISPUTE);
            file.tell(Tidings.ALERT);
        }
        if (!file.seen.disputes().standing() && !endedByDispute()) {
            file.change.met(Need.DISPUTE);
        }
        if (file.seen.paid() && file.change.wanted() <= file.seen.ordered()) {
            // Somebody has sent it at the provider.
            file.change.met(Need.REFUSED);
        }
        if (file.seen.lostAll() && !file.seen.disputes().open()) {
            lost();
        }
    }

    /** Whether the seat ended because of a dispute, and the money, which came to us again, was never ordered back. */
    private boolean endedByDispute() {
        return file.change.outcome() == Outcome.WITHDRAWN
                && Math.max(file.change.wanted(), file.seen.ordered()) - file.seen.failed() < file.seen.taken();
    }

    // Nothing is left to be sent. Where it still gives access, somebody ends the seat or writes the money off.
    private void lost() {
        file.change.met(Need.MISMATCH).met(Need.REFUND_FAILED).met(Need.REFUSED);
        if (file.change.outcome() != Outcome.GRANTED) {
            file.change.met(Need.DISPUTE);
        }
    }
}
