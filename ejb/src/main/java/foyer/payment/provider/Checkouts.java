package foyer.payment.provider;

import foyer.event.Event;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Seen;
import foyer.registration.Registration;
import foyer.shared.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider, whoever it is. Every call may be repeated: what a payment asks for a second time under the same
 * {@link Payment#tries()} it gets as the first time. All fail with {@link foyer.shared.Unavailable} when the provider does
 * not answer, which leaves open what it did; with {@link KeySpent} when it failed and would answer the same again; with
 * {@link CheckoutRefused} when it understood and will not.
 */
public interface Checkouts {
    /**
     * Lets somebody pay. The payment comes back by its id: it is the checkout's reference and part of all that the provider
     * says of it later.
     */
    Checkout open(Payment payment, Registration registration, Event event);

    /** What became of it so far, as the provider knows it now. Only for one that has a checkout. */
    Seen look(Payment payment);

    /** Nobody shall pay it any more; no effect on one that is paid or closed already. */
    void close(Payment payment);

    /** Whether it has such an amount at all: not every currency's smallest unit can be sent. */
    boolean has(Money amount);

    /**
     * Gives this much back, in minor units of the currency that was paid. The key is of the payment, of what we ordered
     * before and of its tries: of two sums that follow the same orders one goes back, and the other fails with
     * {@link KeySpent}.
     */
    void refund(Payment payment, long minorUnits);

    /**
     * What a notice of the provider's is about; empty if it is about nothing of ours. Fails with {@link BadSignature} unless
     * the provider signed these very bytes lately.
     */
    Optional<PaymentId> read(byte[] notice, @Nullable String signature);

    /**
     * Which payments something happened to since a place in the provider's journal.
     *
     * @param place what {@link Heard#place} said; null: from now on
     */
    Heard heardSince(@Nullable String place);

    /**
     * All of ours that was begun in a time, at the provider, for comparison; nothing of what others have there.
     *
     * @param position what {@link Statement#next} said; null: from the beginning
     */
    Statement statement(Instant from, Instant to, @Nullable String position);

    /** How many calls stand in line before the next one, and how long that takes. */
    Line line();

    /** How long it takes from one checkout that is opened to the next, where many wait. */
    Duration pace();

    /**
     * A part of the provider's journal.
     *
     * @param payments to which something happened, in the journal's order
     * @param place where to go on
     * @param more whether there is more to read at once
     * @param gap whether the journal does not reach back to the place that was asked for
     */
    record Heard(Set<PaymentId> payments, @Nullable String place, boolean more, boolean gap) {
        public Heard {
            payments = Collections.unmodifiableSet(new LinkedHashSet<>(payments));
        }
    }

    /** A part of what was begun in a time. */
    record Statement(List<Entry> entries, @Nullable String next) {
        public Statement {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One checkout by the provider's books.
     *
     * @param checkout as the provider calls it
     * @param payment whose it says it is
     */
    record Entry(String checkout, PaymentId payment, Seen seen) {}

    /**
     * The line of calls before the provider.
     *
     * @param before how many
     * @param delay until the next one's turn
     */
    record Line(int before, Duration delay) {}
}
