package foyer.registration;

import foyer.event.EventId;
import foyer.shared.EmailAddress;
import foyer.shared.WrongState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's place at an event, or the wish for one. What happens to it may be told twice: again, nothing changes.
 *
 * @param userData the answers to the form, as {@link foyer.form.Answers} read them
 * @param language of its letters, as a language tag
 * @param proven whether somebody who reads the address's mail said so
 * @param heldUntil until when the seat of one that is held is kept; null for all others
 * @param version grows by one with each change, from 1
 * @param createdAt in whole milliseconds, as the other moments
 * @param updatedAt when it was last changed; of one that is over, when it ended, whatever becomes of its money afterwards
 * @param invited whether its viewer was ever sent an entry for the calendar, as who is confirmed or has paid is
 */
public record Registration(
        RegistrationId id,
        EventId event,
        EmailAddress email,
        Map<String, Object> userData,
        String language,
        RegistrationState state,
        Fee fee,
        boolean proven,
        Credentials credentials,
        @Nullable Instant heldUntil,
        long version,
        Instant createdAt,
        Instant updatedAt,
        boolean invited) {

    public Registration {
        userData = Collections.unmodifiableMap(new LinkedHashMap<>(userData));
        invited = invited || state == RegistrationState.CONFIRMED || fee.status() == PaymentStatus.COMPLETED;
    }

    /** Where it stands: a hold that ran out is over, whether or not anybody has written that down. */
    public RegistrationState stateAt(Instant now) {
        return holdOver(now) ? RegistrationState.EXPIRED : state;
    }

    public boolean holdOver(Instant now) {
        return state == RegistrationState.HELD && heldUntil != null && !now.isBefore(heldUntil);
    }

    /** Whether it opens the player, once the event has begun. */
    public boolean admitsAt(Instant now) {
        return stateAt(now) == RegistrationState.CONFIRMED;
    }

    /**
     * Its address is proven, which confirms a seat that was held for that alone.
     *
     * @param approval whether the organizer still has to agree
     */
    public Registration prove(boolean approval, Instant now) {
        return switch (stateAt(now)) {
            case CANCELLED -> throw new WrongState("This registration was cancelled. Please register again.");
            case EXPIRED -> throw new WrongState("This seat was not kept any longer. Please register again.");
            case CONFIRMED, AWAITING_APPROVAL, WAITING ->
                proven ? this : changed(now).proven(true).done();
            case HELD -> {
                var after = changed(now).proven(true);
                yield fee.open()
                        ? (proven ? this : after.done())
                        : after.state(approval ? RegistrationState.AWAITING_APPROVAL : RegistrationState.CONFIRMED)
                                .done();
            }
        };
    }

    /** The organizer agrees. */
    public Registration approve(Instant now) {
        return switch (stateAt(now)) {
            case CONFIRMED -> this;
            case AWAITING_APPROVAL ->
                changed(now).state(RegistrationState.CONFIRMED).done();
            case HELD, WAITING, CANCELLED, EXPIRED ->
                throw new WrongState("This registration does not wait for approval.");
        };
    }

    /** Its seat is free again; whoever asked for it. */
    public Registration cancel(Instant now) {
        return switch (state) {
            case CANCELLED, EXPIRED -> this;
            case HELD, CONFIRMED, WAITING, AWAITING_APPROVAL ->
                changed(now)
                        .state(RegistrationState.CANCELLED)
                        .credentials(Credentials.NONE)
                        .done();
        };
    }

    /** The hold ran out; nothing happens to one that was confirmed meanwhile. */
    public Registration expire(Instant now) {
        return holdOver(now)
                ? changed(now)
                        .state(RegistrationState.EXPIRED)
                        .credentials(Credentials.NONE)
                        .done()
                : this;
    }

    /** A seat became free for one that waits, until a moment. */
    public Registration offer(Instant until, Credentials opening, Instant now) {
        if (state != RegistrationState.WAITING) {
            throw new WrongState("This registration does not wait for a seat.");
        }
        return changed(now)
                .state(RegistrationState.HELD)
                .heldUntil(until)
                .credentials(opening)
                .done();
    }

    public Registration with(Credentials other, Instant now) {
        return other.equals(credentials)
                ? this
                : changed(now).credentials(other).done();
    }

    /** Whom its letters greet: nobody, as long as the name may be a stranger's words to whoever reads the address's mail. */
    public Optional<String> greeted() {
        return proven && userData.get("name") instanceof String name ? Optional.of(name) : Optional.empty();
    }

    public PaymentStatus paymentStatus() {
        return fee.status();
    }

    /**
     * Somebody is about to pay until a moment, and the seat is kept until a later one. Fails with {@link WrongState} where
     * nothing is to be paid now.
     */
    public Registration beginPaying(String payment, Instant payableUntil, Instant until, Instant now) {
        if (!payableAt(now)) {
            throw new WrongState("There is nothing to pay for this registration.");
        }
        return changed(now)
                .fee(fee.begun(payment, payableUntil))
                .heldUntil(until)
                .done();
    }

    /** Whether its seat is kept for it until it is paid. */
    public boolean payableAt(Instant now) {
        return stateAt(now) == RegistrationState.HELD && proven && fee.open();
    }

    /** The payer is done and the money takes its time: the seat is kept that long. */
    public Registration awaitMoney(Instant until, Instant now) {
        return fee.processing()
                ? this
                : changed(now).fee(fee.onItsWay()).heldUntil(until).done();
    }

    /**
     * The money is there. For one whose hold ran out a seat has to be found in the same write.
     *
     * @param approval whether the organizer still has to agree
     * @param opening with a link, which one that was over has no more
     */
    public Registration pay(String payment, boolean approval, Credentials opening, Instant now) {
        return fee.paidBy(payment)
                ? this
                : changed(now)
                        .fee(fee.completed(payment))
                        .credentials(opening)
                        .state(approval ? RegistrationState.AWAITING_APPROVAL : RegistrationState.CONFIRMED)
                        .done();
    }

    /** No money will come for what was held: its seat is free again. */
    public Registration lapse(boolean failed, Instant now) {
        return changed(now)
                .state(RegistrationState.EXPIRED)
                .credentials(Credentials.NONE)
                .fee(failed ? fee.failed() : fee)
                .done();
    }

    /**
     * Money went back to the payer.
     *
     * @param total all of it so far, in minor units
     * @param whole whether that is the whole price, so that the seat is given up
     */
    public Registration refund(long total, boolean whole, Instant now) {
        var after = changed(now).fee(fee.refunded(total, whole));
        if (whole && !state.over()) {
            after = after.state(RegistrationState.CANCELLED).credentials(Credentials.NONE);
        }
        return after.fee().equals(fee) ? this : after.done();
    }

    /** The payer went to the bank, or came back from it. */
    public Registration contest(boolean disputed, Instant now) {
        return fee.disputed() == disputed
                ? this
                : changed(now).fee(fee.contested(disputed)).done();
    }

    /** Until when it can be paid: what a payer is told, while the seat is kept a little longer. */
    public Optional<Instant> payableUntil() {
        return Optional.ofNullable(fee.payableUntil()).or(this::hold);
    }

    public Optional<Instant> hold() {
        return Optional.ofNullable(heldUntil);
    }

    /** What an operator sees, and its own viewer, as a neutral tree by the API's names. */
    public Map<String, Object> view(Instant now) {
        return RegistrationView.of(this, now);
    }

    static Instant millis(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    RegistrationChange changed(Instant now) {
        return new RegistrationChange(this, now);
    }

    /** Answers, letters and hashes are nobody's business in a log. */
    @Override
    public String toString() {
        return "Registration[" + id + ", " + state + ", version " + version + "]";
    }
}
