package foyer.payment;

import foyer.event.Event;
import foyer.event.EventState;
import foyer.event.PaymentTerms.OnDispute;
import foyer.payment.Payment.Need;
import foyer.payment.Verdict.Act;
import foyer.payment.Verdict.VoucherUse;
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
    private VoucherUse voucher = VoucherUse.AS_IT_IS;
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
        alert();
        if (act != Act.NOTHING) {
            change.due(now);
        }
        var payment = change.done();
        return new Verdict(payment.sameAs(before) ? before : payment, after, seat, voucher, tidings, act);
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
        var over = !now.isBefore(before.payableUntil());
        if (before.checkout() == null) {
            act = Act.OPEN;
        } else if (over || !wanted() || called()) {
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

    private void processing() {
        change.due(now.plus(RECHECK));
        if (wanted()) {
            after = held.awaitMoney(now.plus(delay), now);
        }
    }

    private void lapsed() {
        change.outcome(Outcome.LAPSED);
        giveBackVoucher();
        var failed = seen.progress() == Progress.FAILED;
        if (failed) {
            tidings.add(Tidings.FAILED);
        }
        if (wanted() && (failed || !now.isBefore(before.payableUntil()))) {
            after = held.lapse(failed, now);
        }
    }

    private void paid() {
        var right = seen.flaws().isEmpty() && before.price().due().equals(seen.charged());
        if (!right) {
            change.outcome(Outcome.MISMATCHED).needs(Need.MISMATCH);
            tidings.add(Tidings.ALERT);
        } else if (called() || held.state() == RegistrationState.CANCELLED) {
            sendBack(Outcome.CANCELLED, Tidings.RETURNED);
        } else {
            place();
        }
    }

    private void place() {
        switch (held.state()) {
            case HELD -> grant();
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
                    change.outcome(Outcome.GRANTED);
                } else {
                    sendBack(Outcome.TWICE, Tidings.TWICE);
                }
            }
            case WAITING -> sendBack(Outcome.TOO_LATE, Tidings.TOO_LATE);
            case CANCELLED -> throw new IllegalStateException("Said above.");
        }
    }

    private void grant() {
        if (before.outcome() == Outcome.LAPSED && before.price().voucher() != null) {
            voucher = VoucherUse.TAKEN;
        }
        change.outcome(Outcome.GRANTED);
        var opening = held.credentials().link().isPresent()
                ? held.credentials()
                : held.credentials().withLink(AccessLinks.freshSeed());
        after = held.pay(before.id().value(), event.plan().enrolment().approval(), opening, now);
        tidings.add(Tidings.RECEIPT);
    }

    private void granted() {
        if (seen.taken() == 0) {
            return;
        }
        if (seen.returned() >= seen.taken()) {
            returned();
        } else if (called() || held.state().over() || before.wanted() - seen.failed() >= seen.taken()) {
            sendBack(Outcome.WITHDRAWN, Tidings.RETURNED);
            after = held.cancel(now);
            act = Act.AGAIN;
        } else if (seen.dispute().standing()
                && event.plan().admission().payment().onDispute() == OnDispute.REVOKE) {
            change.outcome(Outcome.WITHDRAWN);
            after = held.contest(true, now).cancel(now);
            act = Act.AGAIN;
        } else {
            partly();
        }
    }

    private void partly() {
        after = held.refund(seen.returned(), false, now).contest(seen.dispute().standing(), now);
        if (seen.returned() > before.seen().returned()) {
            tidings.add(Tidings.RETURNED);
        }
        order();
    }

    private void returning() {
        if (seen.returned() >= seen.taken()) {
            returned();
        } else {
            order();
        }
    }

    private void sentBack() {
        if (seen.returned() >= seen.taken()) {
            change.outcome(Outcome.REFUNDED).needs(null);
        } else {
            order();
        }
    }

    private void returned() {
        if (before.outcome() == Outcome.GRANTED) {
            tidings.add(Tidings.RETURNED);
            act = Act.AGAIN;
        }
        change.outcome(Outcome.REFUNDED).needs(null);
        if (before.id().value().equals(held.fee().payment())) {
            after = held.refund(seen.returned(), true, now);
        }
    }

    // What the payer's bank holds cannot be sent back as well.
    private void order() {
        if (before.wanted() > seen.ordered() && !seen.dispute().standing()) {
            act = Act.REFUND;
        }
    }

    private void sendBack(Outcome why, Tidings told) {
        change.outcome(why).wanted(seen.taken() + seen.failed());
        tidings.add(told);
        if (!seen.dispute().standing()) {
            act = Act.REFUND;
        }
    }

    private void giveBackVoucher() {
        if (before.price().voucher() != null) {
            voucher = VoucherUse.GIVEN_BACK;
        }
    }

    private void alert() {
        if (seen.failed() > before.seen().failed()) {
            change.needs(Need.REFUND_FAILED);
            tidings.add(Tidings.ALERT);
        }
        if (seen.dispute() != before.seen().dispute()) {
            change.needs(Need.DISPUTE);
            tidings.add(Tidings.ALERT);
        }
    }
}
