package foyer.payment;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;

import foyer.access.SomeViewers;
import foyer.audit.AuditTrailInMemory;
import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.mail.Letter.Detail;
import foyer.payment.checkout.SomeTakingPayment;
import foyer.payment.checkout.Taken;
import foyer.payment.checkout.TakingPayment;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.PaymentsInMemory;
import foyer.payment.ledger.Price;
import foyer.payment.letters.SomeLetters;
import foyer.payment.provider.Checkouts;
import foyer.payment.provider.CheckoutsInMemory;
import foyer.payment.refund.Refunding;
import foyer.payment.refund.SomeRefunding;
import foyer.payment.settlement.Settling;
import foyer.payment.settlement.SomeSettling;
import foyer.payment.voucher.SomeVouchers;
import foyer.payment.voucher.Voucher;
import foyer.payment.voucher.VoucherGuesses;
import foyer.payment.voucher.VouchersInMemory;
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
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A house that sells an event at twelve euros, on keepers in memory, with people who want to come. */
public final class SomePayments {
    public static final Money TWELVE = new Money(1200, Currency.getInstance("EUR"));
    public static final Duration HOLD = SomeTakingPayment.HOLD;
    public static final String OPERATOR = "operator";
    public static final String NETWORK = "192.0.2.1";
    public static final Duration GRACE = SomeTakingPayment.GRACE;

    public final SettableClock clock = new SettableClock();
    public final EventsInMemory events = new EventsInMemory();
    public final RegistrationsInMemory registrations = new RegistrationsInMemory();
    public final PaymentsInMemory payments = new PaymentsInMemory();
    public final VouchersInMemory vouchers = new VouchersInMemory();
    public final AuditTrailInMemory trail = new AuditTrailInMemory();
    public final CheckoutsInMemory checkouts = new CheckoutsInMemory(clock);
    public final VoucherGuesses guesses = SomeVouchers.guesses(clock);
    public final Settling settling;
    public final TakingPayment taking;
    public final Refunding refunding;
    public final AtomicInteger alerts = new AtomicInteger();
    public final AccessLinks links;
    public final SomeSessions node;
    public final Event event;

    public SomePayments() {
        this(Map.of());
    }

    /** @param more of the event's submission */
    public SomePayments(Map<String, Object> more) {
        var submission = aSubmissionWith("authType", "payment");
        submission.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR"));
        submission.putAll(more);
        event = aPublishedEventOf(submission);
        events.add(event);
        node = SomeSessions.on(events, clock);
        var footing = new Footing(payments, registrations, events, vouchers, checkouts, clock);
        links = SomeViewers.links(node);
        var letters = SomeLetters.with(links);
        settling = SomeSettling.on(footing, new Settling(), node, letters, (payment, why) -> alerts.incrementAndGet());
        taking = SomeTakingPayment.on(
                footing,
                SomeViewers.among(registrations, node),
                SomeBrowsing.of(events, clock),
                guesses,
                settling,
                letters);
        refunding = SomeRefunding.on(footing, settling, trail);
    }

    /** From now on this provider is asked how payments stand, and to open, close and give back. */
    public void asks(Checkouts provider) {
        SomeSettling.asks(settling, provider);
        SomeRefunding.asks(refunding, provider);
    }

    /** As the timer does. */
    public void settleDue(Payment due) {
        SomeSettling.settleDue(settling, due);
    }

    /** Somebody whose seat is held and whose address is proven. */
    public Registration aHeldSeat() {
        return aHeldSeat(SomeRegistrations.anAddress());
    }

    public Registration aHeldSeat(EmailAddress email) {
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
                now,
                false);
        var letter = SomeRegistrations.aLetter("first");
        registrations.add(registration, Capacity.of(event), letter, letter);
        return registration;
    }

    /** Begun by the registration's owner, and open at the provider. */
    public Payment anOpenPayment(Registration held) {
        return settling.settle(anIntent(held).id());
    }

    /** Begun by the registration's owner, paid, and looked at since. */
    public Payment aPaidOne(Registration held) {
        var payment = anOpenPayment(held);
        checkouts.pay(payment);
        return settling.settle(payment.id());
    }

    /** Begun, and the provider knows nothing of it yet. */
    public Payment anIntent(Registration held) {
        return anIntent(held, Price.of(TWELVE));
    }

    public Payment anIntent(Registration held, Price price) {
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
    public Taken checkout(Registration held, @Nullable String voucher) {
        return taking.checkout(held.id(), token(held), null, voucher, NETWORK);
    }

    /** Ordered by an operator, who orders nothing else under the same key. */
    public Payment refund(RegistrationId id, Optional<Long> amount) {
        return refunding.refund(id, amount, Ids.fresh(), OPERATOR);
    }

    public Payment refund(PaymentId id, Optional<Long> amount) {
        return refunding.refund(id, amount, Ids.fresh(), OPERATOR);
    }

    /** What the owner carries. */
    public String token(Registration held) {
        var link = links.addressOf(registration(held));
        return link.substring(link.indexOf("?k=") + 3);
    }

    public void issue(String code, @Nullable Money amount, @Nullable Integer percent, @Nullable Long limit) {
        vouchers.add(new Voucher(code, null, amount, percent, limit, 1L, null, 0, 1, clock.instant()));
    }

    public Registration registration(Registration earlier) {
        return registrations.find(earlier.id()).orElseThrow();
    }

    public Payment payment(Payment earlier) {
        return payments.find(earlier.id()).orElseThrow();
    }

    /** What the letters of a kind say, one after the other. */
    public List<Map<?, ?>> details(String kind) {
        return Stream.concat(registrations.told().stream(), payments.told().stream())
                .filter(told -> kind.equals(told.facts().get("kind")))
                .<Map<?, ?>>map(told -> (Map<?, ?>) told.facts().get("details"))
                .toList();
    }

    /** The kinds of all letters about payments so far. */
    public List<String> letters() {
        return Stream.concat(registrations.told().stream(), payments.told().stream())
                .filter(told -> told.facts().get("details") instanceof Map<?, ?> details
                        && details.containsKey(foyer.shared.Fields.wireName(Detail.PAYMENT)))
                .map(told -> String.valueOf(told.facts().get("kind")))
                .toList();
    }
}
