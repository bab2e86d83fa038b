package foyer.payment.verdict;

import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.verdict.Verdict.Act;

/** What of the money of a payment goes back, and what it is once all of it has. */
final class MoneyBack {
    private final CaseFile file;

    MoneyBack(CaseFile file) {
        this.file = file;
    }

    /** Of one of which nobody may keep the money. */
    void owed() {
        if (file.seen.taken() > 0 && isBack()) {
            returned();
        } else {
            if (file.event.neverTakesPlace()
                    && !file.seen.disputes().anyLost()
                    && file.change.wanted() < file.seen.taken()) {
                // It gave access until a bank stepped in, so that nothing was ordered yet.
                file.change.wanted(file.seen.taken() + file.seen.failed()).met(Need.REFUSED);
            }
            order();
        }
    }

    /** Of one that is not what was to be paid. */
    void mismatched() {
        if (isBack()) {
            refunded();
        } else {
            order();
        }
    }

    private boolean isBack() {
        return file.seen.returned() >= file.seen.taken();
    }

    /** All of it is back, or on its way. */
    void returned() {
        if (file.before.outcome() == Outcome.GRANTED) {
            file.act(Act.AGAIN);
        }
        refunded();
        if (file.isBegun()) {
            file.register(file.held.refund(file.seen.returned(), true, file.now));
        }
    }

    private void refunded() {
        file.change
                .outcome(Outcome.REFUNDED)
                .met(Need.MISMATCH)
                .met(Need.REFUND_FAILED)
                .met(Need.REFUSED);
    }

    /**
     * What is wanted still is ordered at the provider. What the payer's bank holds cannot be sent back as well, and what was
     * refused a person orders anew.
     */
    void order() {
        if (!file.change.needs(Need.REFUSED)
                && file.change.wanted() > file.seen.ordered()
                && !file.seen.disputes().standing()) {
            file.act(Act.REFUND);
        }
    }

    /** What is seen to have gone back is told, whoever sent it, unless its payer was told that it would. */
    void tellWhatWentBack() {
        if (file.seen.returned() > file.before.seen().returned() && !told()) {
            file.tell(Tidings.RETURNED);
        }
    }

    private boolean told() {
        return switch (file.before.outcome()) {
            case UNDECIDED, LAPSED ->
                file.change.outcome() == Outcome.TOO_LATE || file.change.outcome() == Outcome.TWICE || flawed();
            case MISMATCHED -> flawed();
            case GRANTED -> false;
            // Where a bank had stepped in, nothing was ordered when it was decided, and nothing told.
            case WITHDRAWN, CANCELLED -> file.seen.disputes().opened() == 0;
            case TOO_LATE, TWICE, REFUNDED -> true;
        };
    }

    // Play money is not worth a letter, and what belongs to somebody else is none of our payer's business.
    private boolean flawed() {
        return !file.seen.flaws().isEmpty();
    }

    /**
     * All of it has to go back, unless a bank took it. What was refused before was to close it, or to send a part. As long as the
     * payer's bank holds it nothing is sent, and nobody is told that it is: that follows once it has gone.
     */
    void sendBack(Outcome why, Tidings told) {
        var all = file.seen.taken() + file.seen.failed();
        file.change.outcome(why).met(Need.REFUSED);
        if (file.seen.disputes().anyLost()) {
            keepTheRest();
        } else {
            file.change.wanted(all);
            if (told != Tidings.RETURNED || !file.seen.disputes().standing()) {
                file.tell(told);
            }
        }
        if (all <= file.seen.ordered()) {
            file.act(Act.AGAIN);
        } else if (!file.seen.disputes().standing()) {
            file.act(Act.REFUND);
        }
    }

    // What a bank took is not ours to send back, and not ours to tell. As the provider sends nothing of the rest
    // either, a person decides what becomes of it.
    private void keepTheRest() {
        if (!file.seen.lostAll()) {
            file.change.needing(Need.DISPUTE);
            file.tell(Tidings.ALERT);
        }
    }
}
