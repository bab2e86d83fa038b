package foyer.payment.verdict;

import foyer.event.Event;
import foyer.event.EventState;
import foyer.event.PaymentTerms.OnDispute;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payment.Need;
import foyer.payment.ledger.PaymentChange;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.verdict.Verdict.Act;
import foyer.payment.verdict.Verdict.VoucherUse;
import foyer.registration.AccessLinks;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** One case on the table: finds the {@link Verdict}, and changes nothing. */
final class Judge {
    private static final Duration RECHECK = Duration.ofHours(6);

    private final Payment before;
    private final Seen seen;
    private final Registration held;
    private final Event event;
    private final Duration delay;
    private final Instant now;
    private final PaymentChange change;
    private final Set<Tidings> tidings = EnumSet.noneOf(Tidings.class);
    private Registration after;
    private boolean seat;
    private Act act = Act.NOTHING;

    Judge(Payment before, Seen seen, Registration held, Event event, Duration delay, Instant now) {
        this.before = before;
        this.seen = seen;
        this.held = held;
        this.event = event;
        this.delay = delay;
        this.now = now;
        this.after = held;
        this.change = before.changed(now).seen(seen).due(null);
    }

    Verdict judge() {
        switch (before.outcome()) {
            case UNDECIDED, LAPSED -> undecided();
            case GRANTED -> granted();
            case WITHDRAWN, TOO_LATE, TWICE, CANCELLED -> returning();
            case MISMATCHED -> sentBack();
            // A refund that failed may be ordered anew.
            case REFUNDED -> order();
        }
        return verdict();
    }

    /** There is no seat left for it, or what else it takes. */
    Verdict tooLate() {
        sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
        return verdict();
    }

    private Verdict verdict() {
        alert();
        if (act != Act.NOTHING) {
            change.due(now);
        }
        var payment = change.done();
        return new Verdict(
                payment.sameAs(before) ? before : payment, after, seat, voucher(payment.outcome()), tidings, act);
    }

    private VoucherUse voucher(Outcome decided) {
        if (before.price().voucher() == null) {
            return VoucherUse.AS_IT_IS;
        }
        if (decided.usesVoucher() == before.outcome().usesVoucher()) {
            var anotherIsBegun = decided != before.outcome()
                    && decided == Outcome.GRANTED
                    && !before.id().value().equals(held.fee().payment());
            return anotherIsBegun ? VoucherUse.KEPT : VoucherUse.AS_IT_IS;
        }
        return decided.usesVoucher() ? VoucherUse.TAKEN : VoucherUse.GIVEN_BACK;
    }

    private void undecided() {
        if (seen.paid()) {
            paid();
            return;
        }
        if (before.outcome() == Outcome.LAPSED) {
            return;
        }
        switch (seen.progress()) {
            case INTENDED, OPEN -> open();
            case PROCESSING -> processing();
            case FAILED, EXPIRED -> lapsed();
            case PAID -> throw new IllegalStateException("Said above.");
        }
    }

    private void open() {
        var unwanted = !now.isBefore(before.payableUntil()) || !wanted() || called();
        if (before.checkout() == null) {
            act = unwanted ? Act.OPEN_TO_CLOSE : Act.OPEN;
        } else if (unwanted) {
            act = Act.CLOSE;
        } else {
            change.due(before.payableUntil());
        }
    }

    /** Whether the registration still waits for this payment. */
    private boolean wanted() {
        return held.state() == RegistrationState.HELD
                && before.id().value().equals(held.fee().payment());
    }

    private boolean called() {
        return event.decided() == EventState.CANCELLED || event.decided() == EventState.ARCHIVED;
    }

    /** Whether its payer still waited for approval when the event was put away. */
    private boolean neverApproved() {
        return event.decided() == EventState.ARCHIVED && held.state() == RegistrationState.AWAITING_APPROVAL;
    }

    private void processing() {
        change.due(now.plus(RECHECK));
        if (wanted()) {
            after = held.awaitMoney(now.plus(delay), now);
        }
    }

    private void lapsed() {
        // A checkout that was refused has been told of, and nobody has paid it.
        change.outcome(Outcome.LAPSED).met(Need.REFUSED);
        var failed = seen.progress() == Progress.FAILED;
        if (failed) {
            tidings.add(Tidings.FAILED);
        }
        if (wanted() && (failed || !now.isBefore(before.payableUntil()))) {
            after = held.lapse(failed, now);
        }
    }

    private void paid() {
        // What was refused was to close it.
        change.met(Need.REFUSED);
        var right = seen.flaws().isEmpty() && before.price().due().equals(seen.charged());
        if (!right) {
            change.outcome(Outcome.MISMATCHED).needing(Need.MISMATCH);
            tidings.add(Tidings.ALERT);
            if (seen.returned() >= seen.taken()) {
                act = Act.AGAIN;
            }
        } else if (called() || held.state() == RegistrationState.CANCELLED || seen.returned() >= seen.taken()) {
            sendBack(Outcome.CANCELLED, Tidings.RETURNED);
        } else {
            place();
        }
    }

    // Nobody pays for what is over and left no recording, however long their money took.
    private void place() {
        switch (held.state()) {
            case HELD -> {
                if (event.takesRegistrationsAt(now)) {
                    grant();
                } else {
                    sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
                    after = held.lapse(false, now);
                }
            }
            case EXPIRED -> {
                if (event.takesRegistrationsAt(now)) {
                    seat = true;
                    grant();
                } else {
                    sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
                }
            }
            case CONFIRMED, AWAITING_APPROVAL -> {
                if (held.fee().paidBy(before.id().value())) {
                    granting();
                } else {
                    sendBack(Outcome.TWICE, Tidings.TWICE);
                }
            }
            case WAITING -> sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
            case CANCELLED -> throw new IllegalStateException("Said above.");
        }
    }

    private void grant() {
        var opening = held.credentials().link().isPresent()
                ? held.credentials()
                : held.credentials().withLink(AccessLinks.freshSeed());
        after = held.pay(before.id().value(), event.plan().enrolment().approval(), opening, now);
        tidings.add(Tidings.RECEIPT);
        granting();
    }

    // What went back or is disputed already is looked at as of one that has access.
    private void granting() {
        change.outcome(Outcome.GRANTED);
        if (seen.ordered() > 0 || seen.disputes().standing()) {
            act = Act.AGAIN;
        }
    }

    private void granted() {
        if (seen.taken() == 0) {
            given();
        } else if (seen.returned() >= seen.taken()) {
            returned();
        } else if (event.neverTakesPlace()
                || neverApproved()
                || held.state().over()
                || change.wanted() - seen.failed() >= seen.taken()) {
            withdraw();
        } else if (seen.disputes().standing()
                && event.plan().admission().payment().onDispute() == OnDispute.REVOKE) {
            change.outcome(Outcome.WITHDRAWN);
            after = held.contest(true, now).cancel(now);
            act = Act.AGAIN;
        } else {
            partly();
        }
    }

    private void withdraw() {
        sendBack(Outcome.WITHDRAWN, Tidings.RETURNED);
        after = held.cancel(now);
        act = Act.AGAIN;
    }

    /** One that cost nothing: what it took was the voucher. */
    private void given() {
        if (held.state().over()) {
            change.outcome(Outcome.WITHDRAWN);
        }
    }

    private void partly() {
        after = held.refund(seen.returned(), false, now).contest(seen.disputes().standing(), now);
        if (seen.returned() > before.seen().returned()) {
            tidings.add(Tidings.RETURNED);
        }
        order();
    }

    private void returning() {
        if (seen.taken() > 0 && seen.returned() >= seen.taken()) {
            returned();
        } else {
            if (event.neverTakesPlace() && !seen.disputes().anyLost() && change.wanted() < seen.taken()) {
                // It gave access until a bank stepped in, so that nothing was ordered yet.
                change.wanted(seen.taken() + seen.failed());
            }
            order();
        }
    }

    private void sentBack() {
        if (seen.returned() >= seen.taken()) {
            refunded();
        } else {
            order();
        }
    }

    private void returned() {
        if (before.outcome() == Outcome.GRANTED) {
            tidings.add(Tidings.RETURNED);
            act = Act.AGAIN;
        }
        refunded();
        if (before.id().value().equals(held.fee().payment())) {
            after = held.refund(seen.returned(), true, now);
        }
    }

    private void refunded() {
        change.outcome(Outcome.REFUNDED)
                .met(Need.MISMATCH)
                .met(Need.REFUND_FAILED)
                .met(Need.REFUSED);
    }

    // What the payer's bank holds cannot be sent back as well, and what was refused a person orders anew.
    private void order() {
        if (!change.needs(Need.REFUSED)
                && change.wanted() > seen.ordered()
                && !seen.disputes().standing()) {
            act = Act.REFUND;
        }
    }

    private void sendBack(Outcome why, Tidings told) {
        var all = seen.taken() + seen.failed();
        change.outcome(why);
        if (seen.disputes().anyLost()) {
            keepTheRest();
        } else {
            change.wanted(all);
            tidings.add(told);
        }
        if (all <= seen.ordered()) {
            act = Act.AGAIN;
        } else if (!seen.disputes().standing()) {
            act = Act.REFUND;
        }
    }

    // What a bank took is not ours to send back, and not ours to tell. The provider sends nothing of the rest either,
    // so that
    // a person decides what becomes of it.
    private void keepTheRest() {
        if (!seen.lostAll()) {
            change.needing(Need.DISPUTE);
            tidings.add(Tidings.ALERT);
        }
    }

    /** Whether the seat ended because of a dispute, and the money, which came to us again, was never ordered back. */
    private boolean endedByDispute() {
        return change.outcome() == Outcome.WITHDRAWN
                && Math.max(change.wanted(), seen.ordered()) - seen.failed() < seen.taken();
    }

    private void alert() {
        if (seen.failed() > before.seen().failed()) {
            change.needing(Need.REFUND_FAILED);
            tidings.add(Tidings.ALERT);
        }
        if (!seen.disputes().equals(before.seen().disputes())) {
            change.needing(Need.DISPUTE);
            tidings.add(Tidings.ALERT);
        }
        if (!seen.disputes().standing() && !endedByDispute()) {
            change.met(Need.DISPUTE);
        }
        if (seen.paid() && change.wanted() <= seen.ordered()) {
            // Somebody has sent it at the provider.
            change.met(Need.REFUSED);
        }
        if (seen.lostAll() && !seen.disputes().open()) {
            lost();
        }
    }

    // Nothing is left to be sent. Where it still gives access, somebody ends the seat or writes the money off.
    private void lost() {
        change.met(Need.MISMATCH).met(Need.REFUND_FAILED).met(Need.REFUSED);
        if (change.outcome() != Outcome.GRANTED) {
            change.met(Need.DISPUTE);
        }
    }
}
