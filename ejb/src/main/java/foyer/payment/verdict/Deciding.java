package foyer.payment.verdict;

import foyer.event.EventState;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.Progress;
import foyer.payment.verdict.Verdict.Act;
import foyer.registration.AccessLinks;
import foyer.registration.RegistrationState;
import java.time.Duration;

/** What becomes of a payment of which nothing is decided, or that nobody has paid in time: whether it is granted its seat. */
final class Deciding {
    private static final Duration RECHECK = Duration.ofHours(6);

    private final CaseFile file;
    private final MoneyBack moneyBack;

    Deciding(CaseFile file, MoneyBack moneyBack) {
        this.file = file;
        this.moneyBack = moneyBack;
    }

    void decide() {
        if (file.seen.paid()) {
            paid();
            return;
        }
        if (file.before.outcome() == Outcome.LAPSED) {
            return;
        }
        switch (file.seen.progress()) {
            case INTENDED, OPEN -> payable();
            case PROCESSING -> processing();
            case FAILED, EXPIRED -> lapsed();
            case PAID -> throw new IllegalStateException("Said above.");
        }
    }

    private void payable() {
        var unwanted = isOver() || !wanted() || called();
        if (file.before.checkout() == null) {
            file.act(unwanted ? Act.OPEN_TO_CLOSE : Act.OPEN);
        } else if (unwanted) {
            file.act(Act.CLOSE);
        } else {
            file.change.due(file.before.payableUntil());
        }
    }

    private boolean isOver() {
        return !file.now.isBefore(file.before.payableUntil());
    }

    /** Whether the registration still waits for this payment. */
    private boolean wanted() {
        return file.held.state() == RegistrationState.HELD && file.isBegun();
    }

    private boolean called() {
        return file.event.decided() == EventState.CANCELLED || file.event.decided() == EventState.ARCHIVED;
    }

    private void processing() {
        file.change.due(file.now.plus(RECHECK));
        if (wanted()) {
            file.register(file.held.awaitMoney(file.now.plus(file.delay), file.now));
        }
    }

    private void lapsed() {
        // A checkout that was refused has been told of, and nobody has paid it.
        file.change.outcome(Outcome.LAPSED).met(Need.REFUSED);
        var failed = file.seen.progress() == Progress.FAILED;
        if (failed) {
            file.tell(Tidings.FAILED);
        }
        if (wanted() && (failed || isOver())) {
            file.register(file.held.lapse(failed, file.now));
        }
    }

    private void paid() {
        // What was refused was to close it.
        file.change.met(Need.REFUSED);
        var right = file.seen.flaws().isEmpty() && file.before.price().due().equals(file.seen.charged());
        var isBack = file.seen.returned() >= file.seen.taken();
        if (!right) {
            file.change.outcome(Outcome.MISMATCHED).needing(Need.MISMATCH);
            file.tell(Tidings.ALERT);
            if (isBack) {
                file.act(Act.AGAIN);
            }
        } else if (called() || file.held.state() == RegistrationState.CANCELLED || isBack) {
            moneyBack.sendBack(Outcome.CANCELLED, Tidings.RETURNED);
        } else {
            place();
        }
    }

    // Nobody pays for what is over and left no recording, however long their money took.
    private void place() {
        switch (file.held.state()) {
            case HELD -> {
                if (file.event.takesRegistrationsAt(file.now)) {
                    grant();
                } else {
                    sendBackLate();
                    file.register(file.held.lapse(false, file.now));
                }
            }
            case EXPIRED -> {
                if (file.event.takesRegistrationsAt(file.now)) {
                    file.findSeat();
                    grant();
                } else {
                    sendBackLate();
                }
            }
            case CONFIRMED, AWAITING_APPROVAL -> {
                if (file.held.fee().paidBy(file.before.id().value())) {
                    granting();
                } else {
                    moneyBack.sendBack(Outcome.TWICE, Tidings.TWICE);
                }
            }
            case WAITING -> sendBackLate();
            case CANCELLED -> throw new IllegalStateException("Said above.");
        }
    }

    private void sendBackLate() {
        moneyBack.sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
    }

    private void grant() {
        var opening = file.held.credentials().link().isPresent()
                ? file.held.credentials()
                : file.held.credentials().withLink(AccessLinks.freshSeed());
        var approval = file.event.plan().enrolment().approval();
        file.register(file.held.pay(file.before.id().value(), approval, opening, file.now));
        file.tell(Tidings.RECEIPT);
        granting();
    }

    // What went back or is disputed already is looked at as of one that has access.
    private void granting() {
        file.change.outcome(Outcome.GRANTED);
        if (file.seen.ordered() > 0 || file.seen.disputes().standing()) {
            file.act(Act.AGAIN);
        }
    }
}
