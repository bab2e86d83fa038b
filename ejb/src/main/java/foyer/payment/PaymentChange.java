package foyer.payment;

import foyer.payment.Payment.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private @Nullable Need needs;
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
        this.needs = before.needs();
        this.due = before.due();
    }

    PaymentChange checkout(Checkout changed) {
        checkout = changed;
        return this;
    }

    PaymentChange seen(Seen changed) {
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

    PaymentChange needs(@Nullable Need changed) {
        needs = changed;
        return this;
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
