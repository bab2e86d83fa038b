package foyer.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.payment.SomePayments;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.registration.RegistrationId;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LeadingBackTest {
    private static final String TALK = "https://partner.example/talk";
    private static final String PROGRAMME = "https://partner.example/programme";

    private final SomePayments house = new SomePayments(
            Map.of("embedConfig", Map.of("allowedOrigins", List.of("https://partner.example"), "pageUrl", PROGRAMME)));

    @Test
    void whoPaidBelongsOnThePageTheyCameFrom() {
        assertThat(leadingBack().page(house.event, begun().id().value())).contains(TALK);
    }

    @Test
    void whoBringsNothingThatIsKnownBelongsOnTheEventsPage() {
        assertThat(leadingBack().page(house.event, null)).contains(PROGRAMME);
        for (var payment : List.of("", "<script>", PaymentId.fresh().value())) {
            assertThat(leadingBack().page(house.event, payment)).contains(PROGRAMME);
        }
    }

    @Test
    void anotherEventsPaymentSaysNothing() {
        var payment = begun();

        assertThat(leadingBack().page(new SomePayments().event, payment.id().value()))
                .isEmpty();
    }

    @Test
    void thePaymentIsLookedAtSoon() {
        var payment = begun();
        var restful = payment.dueAt(null, house.clock.instant());
        house.payments.replace(payment, restful, Alongside.nothing());

        leadingBack().page(house.event, payment.id().value());

        assertThat(house.payments.due(house.clock.instant(), 10))
                .extracting(Payment::id)
                .containsExactly(payment.id());
    }

    private Payment begun() {
        var now = house.clock.instant();
        var payment = Payment.intended(
                PaymentId.fresh(),
                RegistrationId.fresh(),
                house.event.id(),
                Price.of(SomePayments.TWELVE),
                TALK,
                now.plus(SomePayments.HOLD),
                now);
        AlongsideInMemory.write(house.payments.adding(payment));
        return payment;
    }

    private LeadingBack leadingBack() {
        var leadingBack = new LeadingBack();
        leadingBack.payments = house.payments;
        leadingBack.clock = house.clock;
        return leadingBack;
    }
}
