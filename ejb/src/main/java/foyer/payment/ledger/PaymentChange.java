package foyer.payment.ledger;

import foyer.payment.ledger.Payment.Need;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payment on its way to the next version, which says what changes and keeps the rest. */
public final class PaymentChange {
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
    private @Nullable Instant unclosedSince;
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
        this.unclosedSince = before.unclosedSince();
        this.needs.addAll(before.needs());
        this.due = before.due();
    }

    PaymentChange checkout(Checkout changed) {
        checkout = changed;
        return this;
    }

    /** What somebody sent back past us is not what we have still to send, which then comes on top. */
    public PaymentChange seen(Seen changed) {
        if (wanted > seen.ordered() && !needs.contains(Need.REFUSED)) {
            var besides = Math.min(changed.elsewhere() - seen.elsewhere(), changed.ordered() - seen.ordered());
            wanted(Math.min(wanted + besides, changed.taken() + changed.failed()));
        }
        seen = changed;
        return this;
    }

    /** Fails with {@link IllegalStateException} for a step that no payment takes. */
    public PaymentChange outcome(Outcome changed) {
        if (changed != outcome && !outcome.next().contains(changed)) {
            throw new IllegalStateException("No payment goes from " + outcome + " to " + changed);
        }
        outcome = changed;
        return this;
    }

    /** Refunds in all, in minor units; never less than was wanted before. */
    public PaymentChange wanted(long changed) {
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

    /** The provider refuses to close it, now or for some time already. */
    PaymentChange unclosed() {
        if (unclosedSince == null) {
            unclosedSince = now;
        }
        return this;
    }

    /** Only a person can see to this. */
    public PaymentChange needing(Need need) {
        needs.add(need);
        return this;
    }

    /** A person, or whatever happened, has seen to it. */
    public PaymentChange met(Need need) {
        needs.remove(need);
        return this;
    }

    /** A person has seen to whatever there was. */
    PaymentChange metAll() {
        needs.clear();
        return this;
    }

    /** Whether that is still to be seen to, by what has changed so far. */
    public boolean needs(Need need) {
        return needs.contains(need);
    }

    /** What it is by now. */
    public Outcome outcome() {
        return outcome;
    }

    /** Refunds in all, in minor units, as they are wanted by now. */
    public long wanted() {
        return wanted;
    }

    /** @param changed when somebody has to look at it again; null: only when something happens */
    public PaymentChange due(@Nullable Instant changed) {
        due = changed == null ? null : Payment.millis(changed);
        return this;
    }

    /** The next version. */
    public Payment done() {
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
                unclosedSince,
                needs,
                due,
                before.version() + 1,
                before.createdAt(),
                now.isBefore(before.updatedAt()) ? before.updatedAt() : now);
    }
}
