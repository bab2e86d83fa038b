package foyer.payment.reconciliation;

import foyer.event.EventId;
import foyer.event.Events;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.Checkouts.Entry;
import foyer.registration.RegistrationState;
import foyer.registration.Registrations;
import foyer.shared.ValidationFailed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Compares what the provider has, what we have written, and what access was given for it; without addresses. */
@Stateless
@RolesAllowed({"admin", "organizer", "analyst"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Balancing {
    private static final Duration LONGEST = Duration.ofDays(31);
    // A checkout is opened after its payment is begun, and its time is in whole seconds of another clock.
    private static final Duration OPENED_LATER = Duration.ofHours(1);
    private static final Duration BY_ANOTHER_CLOCK = Duration.ofMinutes(5);
    private static final int A_PAGE = 200;

    @Inject
    Checkouts checkouts;

    @Inject
    Payments payments;

    @Inject
    Registrations registrations;

    @Inject
    Events events;

    @Inject
    Leases leases;

    @Inject
    Clock clock;

    /**
     * Of all payments that were begun in a time. Fails with {@link ValidationFailed} for one that is longer than a month or
     * ends before it begins, with {@link foyer.shared.Unavailable} when the provider does not answer.
     */
    public Balance balance(Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new ValidationFailed("to", "out_of_range", "This must be after from, by 31 days at most.");
        }
        var balance = new Balance();
        var there = there(from.minus(BY_ANOTHER_CLOCK), to.plus(OPENED_LATER));
        for (var day = day(from); !day.isAfter(day(to)); day = day.plusDays(1)) {
            compare(day, from, to, there, balance);
        }
        there.values().stream().filter(entry -> !ofAnotherTime(entry, from, to)).forEach(balance::onlyThere);
        leases.state(Reconciling.LEASE).map(Report::read).ifPresent(balance::reported);
        return balance;
    }

    private boolean ofAnotherTime(Entry entry, Instant from, Instant to) {
        return payments.find(entry.payment())
                .filter(payment -> !begunIn(payment, from, to))
                .isPresent();
    }

    private static boolean begunIn(Payment payment, Instant from, Instant to) {
        return !payment.createdAt().isBefore(from) && payment.createdAt().isBefore(to);
    }

    private Map<String, Entry> there(Instant from, Instant to) {
        var entries = new LinkedHashMap<String, Entry>();
        var page = checkouts.statement(from, to, null);
        while (true) {
            page.entries().forEach(entry -> entries.put(entry.checkout(), entry));
            if (page.next() == null) {
                return entries;
            }
            page = checkouts.statement(from, to, page.next());
        }
    }

    private void compare(LocalDate day, Instant from, Instant to, Map<String, Entry> there, Balance balance) {
        var page = payments.ofDay(day, A_PAGE, null);
        while (true) {
            for (var payment : page.items()) {
                if (begunIn(payment, from, to)) {
                    compare(payment, there, balance);
                }
            }
            if (page.next() == null) {
                return;
            }
            page = payments.ofDay(day, A_PAGE, page.next());
        }
    }

    private void compare(Payment payment, Map<String, Entry> there, Balance balance) {
        var entry = payment.atProvider().map(Checkout::id).map(there::remove);
        balance.compare(payment, entry.orElse(null), payment.outcome() == Outcome.GRANTED && admits(payment));
    }

    private boolean admits(Payment payment) {
        return registrations
                .find(payment.registration())
                .filter(held ->
                        held.state().seated() && held.fee().paidBy(payment.id().value()))
                .filter(held ->
                        held.state() != RegistrationState.AWAITING_APPROVAL || mayStillBeApproved(payment.event()))
                .isPresent();
    }

    // Who waits for approval of what is over, and left no recording, has paid for nothing until somebody decides.
    private boolean mayStillBeApproved(EventId event) {
        return events.find(event)
                .filter(found -> found.takesRegistrationsAt(clock.instant()))
                .isPresent();
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
