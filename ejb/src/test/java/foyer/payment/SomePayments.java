package foyer.payment;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;

import foyer.access.SomeViewers;
import foyer.audit.AuditTrailInMemory;
import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.mail.Letter.Detail;
import foyer.registration.AccessLinks;
import foyer.registration.Capacity;
import foyer.registration.Credentials;
import foyer.registration.Fee;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.RegistrationsInMemory;
import foyer.registration.SomeRegistrations;
import foyer.session.SomeSessions;
import foyer.shared.EmailAddress;
import foyer.shared.Ids;
import foyer.shared.Money;
import foyer.shared.SettableClock;
import foyer.traffic.SomeLimits;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A house that sells an event at twelve euros, on keepers in memory, with people who want to come. */
final class SomePayments {
    static final Money TWELVE = new Money(1200, Currency.getInstance("EUR"));
    static final Duration HOLD = Duration.ofMinutes(30);
    static final String OPERATOR = "operator";
    static final String NETWORK = "192.0.2.1";
    static final Duration GRACE = Duration.ofMinutes(5);

    final SettableClock clock = new SettableClock();
    final EventsInMemory events = new EventsInMemory();
    final RegistrationsInMemory registrations = new RegistrationsInMemory();
    final PaymentsInMemory payments = new PaymentsInMemory();
    final VouchersInMemory vouchers = new VouchersInMemory();
    final AuditTrailInMemory trail = new AuditTrailInMemory();
    final CheckoutsInMemory checkouts = new CheckoutsInMemory(clock);
    final VoucherGuesses guesses = new VoucherGuesses(SomeLimits.patience(clock));
    final Settling settling = new Settling();
    final StandingInLine inLine = new StandingInLine();
    final TakingPayment taking = new TakingPayment();
    final Refunding refunding = new Refunding();
    final AtomicInteger alerts = new AtomicInteger();
    final AccessLinks links;
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
        settling.payments = payments;
        settling.registrations = registrations;
        settling.events = events;
        settling.redeeming = new Redeeming();
        settling.redeeming.vouchers = vouchers;
        settling.redeeming.payments = payments;
        settling.checkouts = checkouts;
        settling.noting = new NotingCheckouts(payments, clock);
        links = SomeViewers.links(node);
        settling.letters = new PaymentLetters(links, new AlertSettings(new EmailAddress("organizer@example.org")));
        settling.alerts = (payment, why) -> alerts.incrementAndGet();
        settling.ending = node.ending;
        settling.settings = new SettlementSettings(Duration.ofDays(14));
        settling.clock = clock;
        var quoting = new Quoting();
        quoting.vouchers = vouchers;
        quoting.prices = Optional::of;
        quoting.clock = clock;
        taking.registrations = registrations;
        taking.ownViewer = SomeViewers.among(registrations, node);
        taking.browsing = SomeBrowsing.of(events, clock);
        taking.payments = payments;
        taking.quoting = quoting;
        inLine.payments = payments;
        inLine.checkouts = checkouts;
        inLine.settling = settling;
        inLine.clock = clock;
        taking.guesses = guesses;
        taking.inLine = inLine;
        taking.letters = settling.letters;
        taking.settings = new CheckoutSettings(HOLD, GRACE);
        taking.clock = clock;
        refunding.payments = payments;
        refunding.registrations = registrations;
        refunding.events = events;
        refunding.checkouts = checkouts;
        refunding.settling = settling;
        refunding.trail = trail;
        refunding.clock = clock;
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
        return anIntent(held, Price.of(TWELVE));
    }

    Payment anIntent(Registration held, Price price) {
        var now = clock.instant();
        var payment = Payment.intended(PaymentId.fresh(), held.id(), event.id(), price, null, now.plus(HOLD), now);
        var before = registration(held);
        var after = before.beginPaying(
                payment.id().value(), payment.payableUntil(), now.plus(HOLD).plus(GRACE), now);
        var use = price.voucher() == null
                ? foyer.shared.Alongside.nothing()
                : vouchers.using(vouchers.find(price.voucher()).orElseThrow(), held.email(), payment.id(), List.of());
        registrations.replace(before, after, foyer.shared.Alongside.of(payments.adding(payment), use));
        return payment;
    }

    /** Begun by its owner, who came by the letter's link. */
    Taken checkout(Registration held, @Nullable String voucher) {
        return taking.checkout(held.id(), token(held), null, voucher, NETWORK);
    }

    /** Ordered by an operator, who orders nothing else under the same key. */
    Payment refund(RegistrationId id, Optional<Long> amount) {
        return refunding.refund(id, amount, Ids.fresh(), OPERATOR);
    }

    Payment refund(PaymentId id, Optional<Long> amount) {
        return refunding.refund(id, amount, Ids.fresh(), OPERATOR);
    }

    /** What the owner carries. */
    String token(Registration held) {
        var link = links.addressOf(registration(held));
        return link.substring(link.indexOf("?k=") + 3);
    }

    void issue(String code, @Nullable Money amount, @Nullable Integer percent, @Nullable Long limit) {
        vouchers.add(new Voucher(code, null, amount, percent, limit, 1L, null, 0, 1, clock.instant()));
    }

    Registration registration(Registration earlier) {
        return registrations.find(earlier.id()).orElseThrow();
    }

    Payment payment(Payment earlier) {
        return payments.find(earlier.id()).orElseThrow();
    }

    /** What the letters of a kind say, one after the other. */
    List<Map<?, ?>> details(String kind) {
        return Stream.concat(registrations.told().stream(), payments.told().stream())
                .filter(told -> kind.equals(told.facts().get("kind")))
                .<Map<?, ?>>map(told -> (Map<?, ?>) told.facts().get("details"))
                .toList();
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
