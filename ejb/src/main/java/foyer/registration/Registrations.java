package foyer.registration;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All registrations, wherever they are kept, with the seats that they take: an address has one at an event, and an event
 * never has more of them seated than its capacity says.
 */
public interface Registrations {
    /** What was last written, never anything older; receipts are none. */
    Optional<Registration> find(RegistrationId id);

    /** The registration of an address that is not over. */
    Optional<Registration> ownerOf(EventId event, EmailAddress email);

    /** Empty for one that was used. */
    Optional<Receipt> receipt(RegistrationId id);

    /** The last one that an address got, unless it was used; asked for by the same calls where there is none. */
    Optional<Receipt> lastReceiptOf(EventId event, EmailAddress email);

    /** Whose registration a receipt leads to, also of one that was used. */
    Optional<RegistrationId> ownerByReceipt(RegistrationId receipt);

    /**
     * It proves nothing from now on: a part of the transaction in which its owner's address is proven. Fails with
     * {@link foyer.shared.BadCredentials} when it was used before.
     */
    Alongside using(Receipt receipt);

    /**
     * Adds a registration with its seat, or, when the address has one already, leaves a receipt. Both are the same calls to
     * the store, and in both an event that is full fails with {@link SoldOut}. Adding the same again changes nothing; once
     * others were refused it may be, too, without its address being looked at: then {@link #find} tells whether it has its seat.
     *
     * @param first told if it is the address's first
     * @param again told if it is not
     */
    Registered add(Registration registration, Capacity capacity, Outgoing first, Outgoing again);

    /** Whether it waits for a seat, or is a receipt that was given where others wait; the same call for either. */
    boolean waits(RegistrationId id);

    /**
     * Fails with {@link foyer.shared.VersionConflict} unless what is kept has the version of {@code before}. A seat that is
     * given up is free, or is put aside when somebody waits for it; an address whose registration is over is free too.
     */
    default void replace(Registration before, Registration after, Outgoing... facts) {
        replace(before, after, Alongside.nothing(), facts);
    }

    /** @param alongside written in the same transaction, or refused with what it brought along */
    void replace(Registration before, Registration after, Alongside alongside, Outgoing... facts);

    /** The same for one that waits and gets a seat, put aside or free; fails with {@link SoldOut} if there is none. */
    default void seat(Registration before, Registration after, Capacity capacity, Outgoing... facts) {
        seat(before, after, capacity, Alongside.nothing(), facts);
    }

    /**
     * The same for one that waits, or one that is over: that one gets a seat that is free for all, and its address back.
     * Fails with {@link SoldOut} if there is no seat, with {@link AddressTaken} if its address has registered anew.
     */
    void seat(Registration before, Registration after, Capacity capacity, Alongside alongside, Outgoing... facts);

    /** Whether nobody who comes anew would get a seat at this moment; decides nothing. */
    boolean full(EventId event, Capacity capacity);

    /** Newest first; exactly as many as asked for if there are as many. */
    Page<Registration> list(RegistrationQuery query);

    /** Some of those whose hold ran out before a moment, the longest ago first. */
    List<Registration> heldBefore(Instant moment, int most);

    /** Events that somebody waits for, or did. */
    List<EventId> awaited();

    /** Those who wait for a seat, the first ones first. */
    List<Registration> waiting(EventId event, int most);

    /** Lets go of seats that were put aside, for an event that nobody waits for any more. */
    void endWaiting(EventId event, Instant now);
}
