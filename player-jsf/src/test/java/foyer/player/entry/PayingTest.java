package foyer.player.entry;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.access.Returning;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.payment.checkout.Taken;
import foyer.payment.checkout.TakingPayment;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.provider.Checkouts.Line;
import foyer.payment.voucher.VoucherRefused;
import foyer.player.Language;
import foyer.registration.RegistrationId;
import foyer.session.PlaybackTerm;
import foyer.shared.Ids;
import foyer.shared.Money;
import foyer.shared.Unauthenticated;
import foyer.shared.WrongState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayingTest {
    private static final Event EVENT = AnEvent.sold(1200, "EUR");
    private static final Money TWELVE = new Money(1200, Currency.getInstance("EUR"));
    private static final String HOLD = "2030-05-01T18:30:00Z";
    private static final RegistrationId SEAT = new RegistrationId(Ids.fresh());
    private static final Map<String, Object> TO_PAY =
            Map.of("currentStep", "pay", "sessionData", Map.of("registrationId", SEAT.value(), "holdExpiresAt", HOLD));
    private static final Map<String, Object> IN =
            Map.of("currentStep", "watch", "sessionData", Map.of("sessionId", "s", "expiresAt", HOLD));

    private static final Caller CALLER = new Caller("192.0.2.1", null, null, null);

    private final Till till = new Till();
    private final Flows flows = new Flows();
    private final Paying paying = new Paying();

    PayingTest() {
        paying.taking = till;
        paying.held = new HeldSession();
        paying.held.returning = flows;
    }

    @Test
    void whoPaysIsLedToTheProvidersPage() {
        till.answers = () -> taken(Progress.OPEN, Outcome.UNDECIDED);

        var standing = take("session", "token", "voucher", "EARLY");

        assertThat(standing.elsewhere()).isEqualTo("https://pay.example/c");
        assertThat(till.asked).isEqualTo(SEAT + " token EARLY 192.0.2.1");
    }

    @Test
    void aFreeSeatGoesStraightOn() {
        flows.next = new ArrayDeque<>(List.of(TO_PAY, IN));
        till.answers = () -> taken(Progress.INTENDED, Outcome.GRANTED);

        var standing = take("session", "token");

        assertThat(standing.panel()).isEqualTo(Panel.WATCH);
        assertThat(standing.session()).isNotNull().extracting("sessionToken").isEqualTo("token");
        assertThat(standing.elsewhere()).isNull();
    }

    @Test
    void aVoucherIsCountedBeforeAnythingIsPaid() {
        var standing = take("session", "token", "voucher", "EARLY", "apply", "1");

        assertThat(standing.panel()).isEqualTo(Panel.PAY);
        assertThat(standing.dues())
                .isEqualTo(new Dues(SEAT.value(), TWELVE, new Money(1000, TWELVE.currency()), Instant.parse(HOLD), ""));
        assertThat(standing.given().answer("voucher")).contains("EARLY");
        assertThat(standing.elsewhere()).isNull();
    }

    @Test
    void aVoucherThatDoesNotCountIsToldBesideIt() {
        till.answers = () -> {
            throw new VoucherRefused("used_up", "Too late.");
        };

        var standing = take("session", "token", "voucher", "OFTEN");

        assertThat(standing.panel()).isEqualTo(Panel.PAY);
        assertThat(standing.wrong()).containsEntry("voucher", "This voucher has been used up.");
        assertThat(standing.given().answer("voucher")).contains("OFTEN");
    }

    @Test
    void whoIsInLineIsToldForHowLong() {
        till.answers = () -> taken(Progress.INTENDED, Outcome.UNDECIDED);

        assertThat(take("session", "token").message()).contains("in about 20 seconds");
    }

    @Test
    void whatAnotherTabHasPaidForLeadsOn() {
        flows.next = new ArrayDeque<>(List.of(TO_PAY, IN));
        till.answers = () -> {
            throw new WrongState("Paid meanwhile.");
        };

        assertThat(take("session", "token").panel()).isEqualTo(Panel.WATCH);
    }

    @Test
    void whoseSeatIsGoneRegistersAgain() {
        flows.next = new ArrayDeque<>(List.of(Map.of("currentStep", "register")));

        var standing = take("session", "token");

        assertThat(standing.panel()).isEqualTo(Panel.REGISTER);
        assertThat(standing.message()).contains("register again");
    }

    @Test
    void nobodyPaysUnknown() {
        for (var form : List.of(new String[] {}, new String[] {"session", "over"})) {
            var standing = take(form);

            assertThat(standing.panel()).isEqualTo(Panel.CODE);
            assertThat(standing.message()).contains("come in once more");
        }
        assertThat(till.asked).isEmpty();
    }

    private Standing take(String... posted) {
        var form = new HashMap<String, String[]>();
        for (var at = 0; at < posted.length; at += 2) {
            form.put(posted[at], new String[] {posted[at + 1]});
        }
        return paying.take(EVENT, english(), new Submission(form), CALLER);
    }

    private static Taken taken(Progress progress, Outcome outcome) {
        var payment = Payment.intended(
                PaymentId.fresh(), SEAT, EVENT.id(), Price.of(TWELVE), null, Instant.parse(HOLD), Instant.EPOCH);
        var seen = new Payment(
                payment.id(),
                payment.registration(),
                payment.event(),
                payment.price(),
                null,
                new Checkout("c", "https://pay.example/c"),
                payment.payableUntil(),
                Seen.at(progress),
                outcome,
                0,
                List.of(),
                0,
                null,
                Set.of(),
                null,
                1,
                Instant.EPOCH,
                Instant.EPOCH);
        return new Taken(seen, true, new Line(40, Duration.ofSeconds(20)));
    }

    private static Words english() {
        return new Words(new Language(Locale.ENGLISH).allTexts(), Locale.ENGLISH);
    }

    /** Takes what it is told to take. */
    private static final class Till extends TakingPayment {
        private Supplier<Taken> answers = () -> {
            throw new AssertionError("Nobody was to pay.");
        };
        private String asked = "";

        @Override
        public Taken checkout(
                RegistrationId id,
                @Nullable String token,
                @Nullable String returnUrl,
                @Nullable String voucher,
                String callerAddress) {
            asked = id + " " + token + " " + voucher + " " + callerAddress;
            return answers.get();
        }

        @Override
        public Price quote(RegistrationId id, @Nullable String token, @Nullable String voucher, String callerAddress) {
            return new Price(TWELVE, 200, voucher);
        }
    }

    /** Says what it is told to say, one after the other, and the last one for ever. */
    private static final class Flows extends Returning {
        private Deque<Map<String, Object>> next = new ArrayDeque<>(List.of(TO_PAY));

        @Override
        public Map<String, Object> flow(
                EventId event, @Nullable String token, @Nullable String kept, PlaybackTerm term) {
            if (!"token".equals(token)) {
                throw new Unauthenticated("This session is over.");
            }
            return next.size() > 1 ? next.remove() : next.element();
        }
    }
}
