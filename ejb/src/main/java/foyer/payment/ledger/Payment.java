package foyer.payment.ledger;

import foyer.event.EventId;
import foyer.registration.RegistrationId;
import foyer.shared.Money;
import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to pay for a registration: written before the provider is asked for anything, and never deleted.
 *
 * @param returnUrl where the payer goes afterwards; null: to the event's page
 * @param checkout null until the provider has answered
 * @param payableUntil until when the seat is kept for it
 * @param wanted refunds that are to be ordered in all, in minor units, whether or not they are yet
 * @param orders of refunds, the last ones of them, the oldest first
 * @param tries grows when the provider has used up a key of ours with a failure or a refusal, so that the next call has a new
 *     one
 * @param unclosedSince since when the provider refuses to close it; null as long as it never did
 * @param needs what a person has to see to: each stays until it is seen to itself
 * @param due when somebody has to look at it again; null: only when something happens
 * @param version grows by one with each change, from 1; it is the fence of whoever works on it
 * @param createdAt in whole milliseconds, as the other moments
 */
public record Payment(
        PaymentId id,
        RegistrationId registration,
        EventId event,
        Price price,
        @Nullable String returnUrl,
        @Nullable Checkout checkout,
        Instant payableUntil,
        Seen seen,
        Outcome outcome,
        long wanted,
        List<RefundOrder> orders,
        int tries,
        @Nullable Instant unclosedSince,
        Set<Need> needs,
        @Nullable Instant due,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    public Payment {
        orders = List.copyOf(orders);
        needs = Set.copyOf(needs);
    }

    /** What only a person can decide. */
    public enum Need {
        /** Another amount or currency, play money, or somebody else's checkout. */
        MISMATCH,
        /** The bank did not take a refund. */
        REFUND_FAILED,
        /** The payer went to the bank. Once that is lost: somebody still has access for it, or we still have a part of it. */
        DISPUTE,
        /** The provider refuses what we ask for. */
        REFUSED
    }

    /** @param payableUntil until when the seat is kept */
    public static Payment intended(
            PaymentId id,
            RegistrationId registration,
            EventId event,
            Price price,
            @Nullable String returnUrl,
            Instant payableUntil,
            Instant now) {
        var moment = millis(now);
        var until = millis(payableUntil);
        return new Payment(
                id,
                registration,
                event,
                price,
                returnUrl,
                null,
                until,
                Seen.NOTHING,
                Outcome.UNDECIDED,
                0,
                List.of(),
                0,
                null,
                Set.of(),
                moment,
                1,
                moment,
                moment);
    }

    /** A free one: nobody is asked for money. The event may be called off at this moment, so that it is looked at once more. */
    public Payment granted(Instant now) {
        return changed(now).outcome(Outcome.GRANTED).due(now).done();
    }

    /** Somebody can pay it now, until it has to be closed. */
    public Payment opened(Checkout found, Instant now) {
        return with(found, now).due(payableUntil).done();
    }

    /** The same where others are at it: it is looked at when they said. */
    public Payment openedBeside(Checkout found, Instant now) {
        return with(found, now).done();
    }

    private PaymentChange with(Checkout found, Instant now) {
        return changed(now).checkout(found).seen(seen.joined(Seen.at(Progress.OPEN)));
    }

    /** Whether it still waits for the checkout that was asked for when it was as given. */
    public boolean awaits(Payment asked) {
        return checkout == null && outcome == Outcome.UNDECIDED && tries == asked.tries;
    }

    /** With what was seen of it besides; the same if that is nothing new. */
    public Payment seeing(Seen more, Instant now) {
        var joined = seen.joined(more);
        return joined.equals(seen) ? this : changed(now).seen(joined).done();
    }

    /** Somebody looks at it now, and for a while nobody else has to. */
    public Payment claimed(Duration lease, Instant now) {
        var from = now.isBefore(updatedAt) ? updatedAt : now;
        return changed(now).due(from.plus(lease)).done();
    }

    /**
     * Whether somebody was to look at it since it was last written, and nobody has taken it up: then it is due already. One
     * that is taken up, or is to be looked at later, is due after it was written, whatever the clocks say by now.
     */
    public boolean calledFor() {
        return due != null && !due.isAfter(updatedAt);
    }

    /** @param moment when somebody has to look at it again; null: only when something happens */
    public Payment dueAt(@Nullable Instant moment, Instant now) {
        return changed(now).due(moment).done();
    }

    /**
     * The provider has used up a key of ours.
     *
     * @param next when it is tried again; null: only when something happens
     */
    public Payment retried(@Nullable Instant next, Instant now) {
        return changed(now).tries(tries + 1).due(next).done();
    }

    /** The provider does not close it at this moment; its refusal is what the key answers from now on. */
    public Payment notClosed(Instant next, Instant now) {
        return changed(now).tries(tries + 1).unclosed().due(next).done();
    }

    /**
     * Whether the provider has refused for so long to close it.
     *
     * @param least how often it was asked as well, for the clock that has seen the first refusal may be behind
     */
    public boolean unclosedFor(Duration time, int least, Instant now) {
        return unclosedSince != null && tries >= least && !now.isBefore(unclosedSince.plus(time));
    }

    /** The provider will not open it, so nobody can pay it. */
    public Payment refused(Instant now) {
        return changed(now)
                .seen(seen.joined(Seen.at(Progress.EXPIRED)))
                .needing(Need.REFUSED)
                .due(now)
                .done();
    }

    /**
     * The provider refuses what we ask for, and only a person can go on with it. The refusal is what its key answers from now
     * on: whatever is asked for after this has another one.
     */
    public Payment refusedForGood(Instant now) {
        return changed(now).tries(tries + 1).needing(Need.REFUSED).due(null).done();
    }

    /**
     * Its sum is to go back to the payer, beside what is to go back already or was sent back at the provider. What
     * the provider refused to send is ordered anew, and is less where only that much is asked for. A part leaves on the
     * list whatever gives no access, and a bank's dispute is not over by any order.
     */
    public Payment refunding(RefundOrder order, Instant now) {
        var all = promised() + order.minorUnits();
        var change = changed(now).ordering(order).met(Need.REFUSED).due(now);
        if (outcome == Outcome.GRANTED || order.minorUnits() == refundable()) {
            change.met(Need.REFUND_FAILED).met(Need.MISMATCH);
            if (!seen.disputes().standing()) {
                change.met(Need.DISPUTE);
            }
        }
        return (needs(Need.REFUSED) ? change.wantedAnew(all) : change.wanted(all)).done();
    }

    /**
     * The organizer leaves the access as it is, though a bank took money for good, and the rest of it where it is: nobody has
     * to see to that any more. Again, it is the same. Fails with {@link WrongState} where no dispute was lost, or one is still
     * open.
     */
    public Payment writtenOff(Instant now) {
        if (!seen.disputes().anyLost() || seen.disputes().open()) {
            throw new WrongState("No dispute of this payment was lost, or the bank has still to decide on one.");
        }
        return needs.isEmpty() ? this : changed(now).metAll().done();
    }

    public boolean needs(Need need) {
        return needs.contains(need);
    }

    /** Whether the order of this id is written already. */
    public boolean knows(String order) {
        return orders.stream().anyMatch(known -> known.id().equals(order));
    }

    /** What could still be given back by the provider, in minor units; nothing once a bank has taken some of it. */
    public long refundable() {
        return seen.disputes().anyLost() ? 0 : Math.max(0, seen.taken() - promised() + seen.failed());
    }

    /** What is on its way or will be; not what the provider refused, which goes nowhere until a person orders it anew. */
    private long promised() {
        return needs(Need.REFUSED) ? seen.ordered() : Math.max(wanted, seen.ordered());
    }

    /** Whether it gives no access and all of it has to go back; also where it did go back, and came to us again. */
    public boolean owesAll() {
        return (outcome.owesAll() || outcome == Outcome.REFUNDED) && seen.taken() > seen.returned();
    }

    /**
     * What it keeps for no access, and what is not on its way back either, in minor units. Of what a bank has left us a
     * person decides, and it is on the list until they have.
     */
    public long keptForNothing() {
        return outcome == Outcome.GRANTED ? 0 : refundable();
    }

    /** What the payer paid for the access they have, in minor units. */
    public long kept() {
        return outcome == Outcome.GRANTED ? seen.taken() - seen.returned() : 0;
    }

    /** Of what came, also where that is not what was asked for; of what is to come as long as nothing did. */
    public Currency currency() {
        return (seen.charged() == null ? price.full() : seen.charged()).currency();
    }

    public Optional<Checkout> atProvider() {
        return Optional.ofNullable(checkout);
    }

    public Optional<Instant> next() {
        return Optional.ofNullable(due);
    }

    /** Whether it can still be paid, and for this price. */
    public boolean openFor(Price asked, Instant now) {
        return outcome == Outcome.UNDECIDED
                && seen.progress().compareTo(Progress.OPEN) <= 0
                && now.isBefore(payableUntil)
                && price.equals(asked);
    }

    /**
     * The same for a full price and a voucher: what both came to then is what this one asks for.
     *
     * @param voucher its code as it is kept; null: none
     */
    public boolean openWith(Money full, @Nullable String voucher, Instant now) {
        return openFor(price, now) && price.full().equals(full) && Objects.equals(price.voucher(), voucher);
    }

    /**
     * Whether it can still be paid by this voucher, so that it may be the one that uses it.
     *
     * @param voucher its code as it is kept
     */
    public boolean waitsWith(String voucher) {
        return outcome == Outcome.UNDECIDED && voucher.equals(price.voucher());
    }

    /** Whether this, a version later, says nothing new. */
    public boolean sameAs(Payment other) {
        return equals(other.changed(updatedAt).done());
    }

    /** The next version, as far as it is known by now. */
    public PaymentChange changed(Instant now) {
        return new PaymentChange(this, now);
    }

    /** As moments are kept. */
    public static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where the payer pays is nobody's business in a log. */
    @Override
    public String toString() {
        return "Payment[" + id + ", " + outcome + ", " + seen.progress() + ", version " + version + "]";
    }
}
