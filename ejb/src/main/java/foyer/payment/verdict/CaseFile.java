package foyer.payment.verdict;

import foyer.event.Event;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentChange;
import foyer.payment.ledger.Seen;
import foyer.payment.verdict.Verdict.Act;
import foyer.payment.verdict.Verdict.VoucherUse;
import foyer.registration.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** One case on the table: what is known of it, and what was found so far. */
final class CaseFile {
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    /** As it is kept. */
    final Payment before;

    /** All that the provider was ever seen to say of it, just now included. */
    final Seen seen;

    /** As it is kept. */
    final Registration held;

    final Event event;

    /** How long a seat is kept for money that takes its time. */
    final Duration delay;

    final Instant now;
    final PaymentChange change;
    private final Set<Tidings> tidings = EnumSet.noneOf(Tidings.class);
    private Registration after;
    private boolean seat;
    private Act act = Act.NOTHING;

    CaseFile(Payment before, Seen seen, Registration held, Event event, Duration delay, Instant now) {
        this.before = before;
        this.seen = seen;
        this.held = held;
        this.event = event;
        this.delay = delay;
        this.now = now;
        this.after = held;
        this.change = before.changed(now).seen(seen).due(null);
    }

    void tell(Tidings of) {
        tidings.add(of);
    }

    /** What the registration is to be. */
    void register(Registration changed) {
        after = changed;
    }

    /** A seat has to be found for it. */
    void findSeat() {
        seat = true;
    }

    /** What is to be done at the provider; whatever was found last. */
    void act(Act found) {
        act = found;
    }

    /** Whether it is the one that the registration was begun to be paid by. */
    boolean isBegun() {
        return before.id().value().equals(held.fee().payment());
    }

    /** By all that was found. */
    Verdict verdict() {
        if (change.outcome().tookBack() && isBegun()) {
            after = after.contest(seen.disputes().standing(), now);
        }
        if (act == Act.OPEN) {
            // Whoever is told of something while its checkout is on its way finds it taken up, and calls for it anew.
            change.due(now.plus(ON_ITS_WAY));
        } else if (act != Act.NOTHING) {
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
            var anotherIsBegun = decided != before.outcome() && decided == Outcome.GRANTED && !isBegun();
            return anotherIsBegun ? VoucherUse.KEPT : VoucherUse.AS_IT_IS;
        }
        return decided.usesVoucher() ? VoucherUse.TAKEN : VoucherUse.GIVEN_BACK;
    }
}
