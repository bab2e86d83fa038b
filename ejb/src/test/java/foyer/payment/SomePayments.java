package foyer.payment;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.mail.Letter.Detail;
import foyer.registration.AccessLinks;
import foyer.registration.Capacity;
import foyer.registration.Credentials;
import foyer.registration.Fee;
import foyer.registration.LinkSettings;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.RegistrationsInMemory;
import foyer.registration.SomeRegistrations;
import foyer.session.SomeSessions;
import foyer.shared.EmailAddress;
import foyer.shared.Money;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A house that sells an event at twelve euros, on keepers in memory, with people who want to come. */
final class SomePayments {
    static final Money TWELVE = new Money(1200, Currency.getInstance("EUR"));
    static final Duration HOLD = Duration.ofMinutes(30);
    static final Duration GRACE = Duration.ofMinutes(5);

    final SettableClock clock = new SettableClock();
    final EventsInMemory events = new EventsInMemory();
    final RegistrationsInMemory registrations = new RegistrationsInMemory();
    final PaymentsInMemory payments = new PaymentsInMemory();
    final VouchersInMemory vouchers = new VouchersInMemory();
    final CheckoutsInMemory checkouts = new CheckoutsInMemory(clock);
    final Settling settling = new Settling();
    final Event event;

    SomePayments() {
        this(Map.of());
    }

    /** @param more of the event's submission */
    SomePayments(Map<String, Object> more) {
        var submission = aSubmissionWith("authType", "payment");
        submission.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR"));
        submission.putAll(more);
        event = aPublishedEventOf(submission);
        events.add(event);
        var node = SomeSessions.on(events, clock);
        var settings = new PaymentSettings(
                HOLD,
                GRACE,
                Duration.ofDays(14),
                Duration.ofMinutes(1),
                Optional.of(new EmailAddress("organizer@example.org")));
        settling.payments = payments;
        settling.registrations = registrations;
        settling.events = events;
        settling.vouchers = vouchers;
        settling.checkouts = checkouts;
        settling.letters = new PaymentLetters(
                new AccessLinks(node.signatures, new LinkSettings("https://video.example")), settings);
        settling.ending = node.ending;
        settling.settings = settings;
        settling.clock = clock;
    }

    /** Somebody whose seat is held and whose address is proven. */
    Registration aHeldSeat() {
        return aHeldSeat(SomeRegistrations.anAddress());
    }

    Registration aHeldSeat(EmailAddress email) {
        var now = clock.instant();
        var registration = new Registration(
                RegistrationId.fresh(),
                event.id(),
                email,
                Map.of("name", "Ada"),
                "en",
                RegistrationState.HELD,
                Fee.due(null),
                true,
                Credentials.NONE.withLink("seed"),
                now.plus(HOLD),
                1,
                now,
                now);
        var letter = SomeRegistrations.aLetter("first");
        registrations.add(registration, Capacity.of(event), letter, letter);
        return registration;
    }

    /** Begun by the registration's owner, and open at the provider. */
    Payment anOpenPayment(Registration held) {
        return settling.settle(anIntent(held).id());
    }

    /** Begun, and the provider knows nothing of it yet. */
    Payment anIntent(Registration held) {
        var now = clock.instant();
        var payment =
                Payment.intended(PaymentId.fresh(), held.id(), event.id(), Price.of(TWELVE), null, now.plus(HOLD), now);
        var before = registration(held);
        var after = before.beginPaying(payment.id().value(), now.plus(HOLD).plus(GRACE), now);
        registrations.replace(before, after, payments.adding(payment));
        return payment;
    }

    Registration registration(Registration earlier) {
        return registrations.find(earlier.id()).orElseThrow();
    }

    Payment payment(Payment earlier) {
        return payments.find(earlier.id()).orElseThrow();
    }

    /** The kinds of all letters about payments so far. */
    List<String> letters() {
        return Stream.concat(registrations.told().stream(), payments.told().stream())
                .filter(told -> told.facts().get("details") instanceof Map<?, ?> details
                        && details.containsKey(foyer.shared.Fields.wireName(Detail.PAYMENT)))
                .map(told -> String.valueOf(told.facts().get("kind")))
                .toList();
    }
}
