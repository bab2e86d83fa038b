package foyer.payment;

import foyer.payment.Payment.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment on its way to the next version. */
final class PaymentChange {
    // Who repeats an order does so soon. An item has an end, and nobody gives so many parts back.
    private static final int ORDERS_KEPT = 100;

    private final Payment before;
    private final Instant now;
    private @Nullable Checkout checkout;
    private Seen seen;
    private Outcome outcome;
    private long wanted;
    private List<RefundOrder> orders;
    private int tries;
    private final Set<Need> needs = EnumSet.noneOf(Need.class);
    private @Nullable Instant due;

    PaymentChange(Payment before, Instant now) {
        this.before = before;
        this.now = Payment.millis(now);
        this.checkout = before.checkout();
        this.seen = before.seen();
        this.outcome = before.outcome();
        this.wanted = before.wanted();
        this.orders = before.orders();
        this.tries = before.tries();
        this.needs.addAll(before.needs());
        this.due = before.due();
    }

    PaymentChange checkout(Checkout changed) {
        checkout = changed;
        return this;
    }

    /** What somebody sent back past us is not what we have still to send, which then comes on top. */
    PaymentChange seen(Seen changed) {
        if (wanted > seen.ordered() && !needs.contains(Need.REFUSED)) {
            var besides = Math.min(changed.elsewhere() - seen.elsewhere(), changed.ordered() - seen.ordered());
            wanted(Math.min(wanted + besides, changed.taken() + changed.failed()));
        }
        seen = changed;
        return this;
    }

    /** Fails with {@link IllegalStateException} for a step that no payment takes. */
    PaymentChange outcome(Outcome changed) {
        if (changed != outcome && !outcome.next().contains(changed)) {
            throw new IllegalStateException("No payment goes from " + outcome + " to " + changed);
        }
        outcome = changed;
        return this;
    }

    PaymentChange wanted(long changed) {
        wanted = Math.max(wanted, changed);
        return this;
    }

    /** Also less than was wanted before: for what was refused, and never sent. */
    PaymentChange wantedAnew(long changed) {
        wanted = changed;
        return this;
    }

    PaymentChange ordering(RefundOrder order) {
        var all = new ArrayList<>(orders);
        all.add(order);
        orders = all.subList(Math.max(0, all.size() - ORDERS_KEPT), all.size());
        return this;
    }

    PaymentChange tries(int changed) {
        tries = changed;
        return this;
    }

    PaymentChange needing(Need need) {
        needs.add(need);
        return this;
    }

    /** A person, or whatever happened, has seen to it. */
    PaymentChange met(Need need) {
        needs.remove(need);
        return this;
    }

    /** A person has seen to whatever there was. */
    PaymentChange metAll() {
        needs.clear();
        return this;
    }

    boolean needs(Need need) {
        return needs.contains(need);
    }

    Outcome outcome() {
        return outcome;
    }

    long wanted() {
        return wanted;
    }

    PaymentChange due(@Nullable Instant changed) {
        due = changed == null ? null : Payment.millis(changed);
        return this;
    }

    Payment done() {
        return new Payment(
                before.id(),
                before.registration(),
                before.event(),
                before.price(),
                before.returnUrl(),
                checkout,
                before.payableUntil(),
                seen,
                outcome,
                wanted,
                orders,
                tries,
                needs,
                due,
                before.version() + 1,
                before.createdAt(),
                now.isBefore(before.updatedAt()) ? before.updatedAt() : now);
    }
}
