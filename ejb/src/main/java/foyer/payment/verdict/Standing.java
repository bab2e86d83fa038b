package foyer.payment.verdict;

import foyer.event.EventState;
import foyer.event.PaymentTerms.OnDispute;
import foyer.payment.ledger.Outcome;
import foyer.payment.verdict.Verdict.Act;
import foyer.registration.RegistrationState;

/** What becomes of a payment that gives access: whether it goes on to, though money went back or a bank stepped in. */
final class Standing {
    private final CaseFile file;
    private final MoneyBack moneyBack;

    Standing(CaseFile file, MoneyBack moneyBack) {
        this.file = file;
        this.moneyBack = moneyBack;
    }

    void review() {
        if (file.seen.taken() == 0) {
            given();
        } else if (file.seen.returned() >= file.seen.taken()) {
            moneyBack.returned();
        } else if (file.event.neverTakesPlace()
                || neverApproved()
                || file.held.state().over()
                || file.change.wanted() - file.seen.failed() >= file.seen.taken()) {
            withdraw();
        } else if (file.seen.disputes().standing()
                && file.event.plan().admission().payment().onDispute() == OnDispute.REVOKE) {
            file.change.outcome(Outcome.WITHDRAWN);
            file.register(file.held.contest(true, file.now).cancel(file.now));
            file.tell(Tidings.DISPUTED);
            file.act(Act.AGAIN);
        } else {
            partly();
        }
    }

    /** Whether its payer still waited for approval when the event was put away. */
    private boolean neverApproved() {
        return file.event.decided() == EventState.ARCHIVED && file.held.state() == RegistrationState.AWAITING_APPROVAL;
    }

    private void withdraw() {
        if (endsNow() && file.seen.disputes().standing()) {
            // The money was ordered back, and the bank was first: what is told of is not what we send.
            file.tell(Tidings.DISPUTED);
        }
        moneyBack.sendBack(Outcome.WITHDRAWN, Tidings.RETURNED);
        file.register(file.held.cancel(file.now));
        file.act(Act.AGAIN);
    }

    /** Whether the seat ends for nothing that its payer was told of by others. */
    private boolean endsNow() {
        return !file.held.state().over() && !file.event.neverTakesPlace() && !neverApproved();
    }

    /** One that cost nothing: what it took was the voucher, which counts for something else again. */
    private void given() {
        if (file.held.state().over() || file.event.neverTakesPlace() || neverApproved()) {
            file.change.outcome(Outcome.WITHDRAWN);
            file.register(file.held.cancel(file.now));
            file.act(Act.AGAIN);
        }
    }

    private void partly() {
        file.register(file.held
                .refund(file.seen.returned(), false, file.now)
                .contest(file.seen.disputes().standing(), file.now));
        moneyBack.order();
    }
}
