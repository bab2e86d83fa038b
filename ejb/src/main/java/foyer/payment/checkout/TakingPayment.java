package foyer.payment.checkout;

import foyer.access.OwnViewer;
import foyer.event.Browsing;
import foyer.event.Event;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.ledger.Price;
import foyer.payment.letters.PaymentLetters;
import foyer.payment.verdict.Verdict;
import foyer.payment.voucher.Quoting;
import foyer.payment.voucher.Voucher;
import foyer.payment.voucher.VoucherGuesses;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.shared.Alongside;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets viewers pay for the seat that is held for them. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TakingPayment {
    private static final int TRIES = 10;
    private static final int LONGEST_ADDRESS = 2_000;

    @Inject
    Registrations registrations;

    @Inject
    OwnViewer ownViewer;

    @Inject
    Browsing browsing;

    @Inject
    Payments payments;

    @Inject
    Quoting quoting;

    @Inject
    VoucherGuesses guesses;

    @Inject
    StandingInLine inLine;

    @Inject
    PaymentLetters letters;

    @Inject
    CheckoutSettings settings;

    @Inject
    Clock clock;

    /**
     * Opens a checkout, or answers the one that is open. What is free is paid at once. Fails with 409 {@code already_paid},
     * with {@link WrongState} where no seat is held, or was long enough for who never pays, with
     * {@link foyer.payment.voucher.VoucherRefused}, with {@link foyer.shared.Unauthenticated} without a token of the viewer's.
     *
     * @param token of a session, or of the access link
     * @param returnUrl where the payer goes afterwards, on an origin that the event allows; null: to the event's page
     * @param voucher what somebody typed; empty: none; null: what they registered with
     * @param callerAddress the network address the call came from, by which wrong vouchers are counted
     */
    public Taken checkout(
            RegistrationId id,
            @Nullable String token,
            @Nullable String returnUrl,
            @Nullable String voucher,
            String callerAddress) {
        for (var trial = 0; trial < TRIES; trial++) {
            var registration = ownViewer.registration(id, token);
            var event = browsing.publicEvent(registration.event());
            try {
                return checkout(registration, event, returnUrl, voucher, callerAddress);
            } catch (VersionConflict meanwhile) {
                // Another tab, or the timer: it is looked at anew.
            }
        }
        throw new Unavailable("Much happens to this registration at once. Please try again.", Duration.ofSeconds(1));
    }

    /**
     * Lets through whoever may pay for it, and nobody else; changes nothing.
     *
     * @param token of a session, or of the access link
     */
    public void recognise(RegistrationId id, @Nullable String token) {
        ownViewer.registration(id, token);
    }

    /**
     * How a payment stands, by the provider's word of just now.
     *
     * @param token of a session, or of the access link
     */
    public Taken look(PaymentId id, @Nullable String token) {
        var payment = payments.find(id).orElseThrow(() -> new NotFound("payment"));
        ownViewer.registration(payment.registration(), token);
        return payment.outcome() == Outcome.UNDECIDED ? again(payment) : Taken.again(payment);
    }

    /**
     * What it costs with this voucher, or without; fails with {@link foyer.payment.voucher.VoucherRefused}, with
     * {@link foyer.shared.TooManyRequests} for who has typed too many that do not count.
     *
     * @param callerAddress the network address the call came from, by which wrong ones are counted
     */
    public Price quote(RegistrationId id, @Nullable String token, @Nullable String voucher, String callerAddress) {
        var registration = ownViewer.registration(id, token);
        var event = browsing.publicEvent(registration.event());
        var begun = begun(registration);
        var typed = typed(registration, voucher);
        return open(event, begun, typed, clock.instant())
                .map(Payment::price)
                .orElseGet(() -> guesses.priced(
                        registration,
                        typed,
                        callerAddress,
                        () -> quoting.price(event, typed, () -> all(registration, begun))));
    }

    private Taken checkout(
            Registration registration,
            Event event,
            @Nullable String returnUrl,
            @Nullable String voucher,
            String callerAddress) {
        refuseElsewhere(event, returnUrl);
        var now = clock.instant();
        var begun = begun(registration);
        refuse(registration, event, begun, now);
        var typed = typed(registration, voucher);
        var open = open(event, begun, typed, now);
        if (open.isPresent()) {
            return again(open.get());
        }
        // Read once: what decides the price decides whose use of the voucher is taken over, too.
        var all = all(registration, begun);
        var price = guesses.priced(registration, typed, callerAddress, () -> quoting.price(event, typed, () -> all));
        var same = begun.filter(payment -> payment.openFor(price, now));
        if (same.isPresent()) {
            return again(same.get());
        }
        var asked = new Asked(registration, event, price, returnUrl, begun, all, now);
        return price.free() ? giveAway(asked) : begin(asked);
    }

    // Or anybody could send our payers wherever they like.
    private static void refuseElsewhere(Event event, @Nullable String returnUrl) {
        if (returnUrl == null) {
            return;
        }
        var fits = event.allowedOrigins().stream()
                .anyMatch(origin -> returnUrl.equals(origin) || returnUrl.startsWith(origin + "/"));
        if (!fits || returnUrl.length() > LONGEST_ADDRESS || returnUrl.chars().anyMatch(Character::isWhitespace)) {
            throw new ValidationFailed(
                    "returnUrl", "not_allowed", "This must be a page on an origin that the event allows.");
        }
    }

    private static @Nullable String typed(Registration registration, @Nullable String voucher) {
        return voucher == null ? registration.fee().voucher() : voucher;
    }

    // A voucher that is used by what was begun counts for it, also where this use of it is the last. Where the event's
    // price is another one, or something else was begun in between, its price is found anew.
    private Optional<Payment> open(Event event, Optional<Payment> begun, @Nullable String typed, Instant now) {
        var code = typed == null || typed.isBlank() ? null : Voucher.normal(typed);
        return begun.filter(payment -> payment.openWith(quoting.full(event), code, now));
    }

    private Optional<Payment> begun(Registration registration) {
        return Optional.ofNullable(registration.fee().payment()).flatMap(id -> payments.find(new PaymentId(id)));
    }

    /** All that were begun for the seat, the oldest first. An index lists them, which may not know the last one yet. */
    private List<Payment> all(Registration registration, Optional<Payment> begun) {
        var listed = payments.of(registration.id());
        var last = begun.filter(
                one -> listed.stream().noneMatch(other -> other.id().equals(one.id())));
        return Stream.concat(listed.stream(), last.stream()).toList();
    }

    private static void refuse(Registration registration, Event event, Optional<Payment> begun, Instant now) {
        switch (registration.paymentStatus()) {
            case COMPLETED -> throw new AlreadyPaid();
            case NOT_REQUIRED -> throw new WrongState("Nobody pays for this event.");
            case REFUNDED -> throw new WrongState("This seat was given back. Please register again.");
            case PENDING, FAILED -> {}
        }
        if (registration.fee().processing() && begun.isPresent()) {
            throw new WrongState("Your payment is on its way. You get a letter as soon as it has arrived.");
        }
        if (!event.takesRegistrationsAt(now)) {
            throw new WrongState("This event takes no payments any more.");
        }
        if (!registration.payableAt(now)) {
            throw new WrongState(
                    registration.proven()
                            ? "Your seat was not kept any longer. Please register again."
                            : "Please confirm your address first.");
        }
    }

    private Taken giveAway(Asked asked) {
        var now = asked.now();
        var registration = asked.registration();
        var payment = asked.payment(now.plus(settings.hold())).granted(now);
        var paid = registration.pay(
                payment.id().value(), asked.event().plan().enrolment().approval(), registration.credentials(), now);
        var facts = letters.of(Verdict.given(payment, paid), asked.event(), now);
        registrations.replace(registration, paid, alongside(asked, payment), facts);
        return Taken.again(payment);
    }

    private Taken begin(Asked asked) {
        var registration = asked.registration();
        var payment = asked.payment(new HoldLimit(settings.hold()).until(asked.all(), asked.now()));
        var until = payment.payableUntil().plus(settings.grace());
        var held = registration.beginPaying(payment.id().value(), payment.payableUntil(), until, asked.now());
        registrations.replace(registration, held, alongside(asked, payment));
        var soon = inLine.soon(payment);
        return Taken.begun(soon, inLine.line(soon));
    }

    private Taken again(Payment payment) {
        var soon = inLine.soon(payment);
        return Taken.again(soon, inLine.line(soon));
    }

    /** What was begun before and is another price by now shall not be paid any more. */
    private Alongside alongside(Asked asked, Payment payment) {
        return Alongside.of(
                payments.adding(payment),
                quoting.using(asked.registration().email(), payment, asked.all()),
                asked.begun()
                        .map(before -> payments.calling(before.id(), asked.now()))
                        .orElse(Alongside.nothing()));
    }

    /**
     * What a checkout is asked for with.
     *
     * @param begun the last one that was begun for the seat
     * @param all that were begun for it
     */
    private record Asked(
            Registration registration,
            Event event,
            Price price,
            @Nullable String returnUrl,
            Optional<Payment> begun,
            List<Payment> all,
            Instant now) {
        Payment payment(Instant payableUntil) {
            return Payment.intended(
                    PaymentId.fresh(), registration.id(), event.id(), price, returnUrl, payableUntil, now);
        }
    }

    private static final class AlreadyPaid extends Problem {
        private static final long serialVersionUID = 1L;

        AlreadyPaid() {
            super(ProblemCode.ALREADY_PAID, "This seat is paid for. There is nothing more to pay.");
        }
    }
}
