package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.Locale;
import foyer.event.EventId;
import foyer.event.SomeEvents;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.provider.CheckoutRefused;
import foyer.registration.Registration;
import foyer.registration.RegistrationId;
import foyer.registration.RegistrationState;
import foyer.registration.SomeRegistrations;
import foyer.shared.EmailAddress;
import foyer.shared.Money;
import foyer.shared.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionOrderTest {
    private static final Instant NOON = SettableClock.NOON;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void itIsKnownByThePaymentWhereverStripeShowsIt() {
        var payment = aPayment(1200, "EUR", HALF_AN_HOUR);
        var order = order(payment);

        assertThat(order.getClientReferenceId()).isEqualTo(payment.id().value());
        assertThat(order.getMetadata())
                .isEqualTo(Map.of(
                        "paymentId", payment.id().value(),
                        "registrationId", payment.registration().value(),
                        "eventId", payment.event().value()));
        assertThat(order.getPaymentIntentData().getMetadata()).isEqualTo(order.getMetadata());
    }

    @Test
    void itAsksForThePriceOfTheSnapshotAndForNothingElse() {
        var order = order(aPayment(500, "ISK", HALF_AN_HOUR));
        var line = order.getLineItems().get(0);

        assertThat(line.getQuantity()).isEqualTo(1);
        assertThat(line.getPriceData().getUnitAmount()).isEqualTo(50_000);
        assertThat(line.getPriceData().getCurrency()).isEqualTo("isk");
        assertThat(line.getPriceData().getProductData().getName()).isEqualTo("An evening with friends");
        assertThat(order.getAllowPromotionCodes()).isFalse();
        assertThat(order.getAdaptivePricing().getEnabled()).isFalse();
    }

    @Test
    void whatStripeCannotChargeIsRefusedHere() {
        var payment = aPayment(1234, "KWD", HALF_AN_HOUR);

        assertThatThrownBy(() -> order(payment)).isInstanceOf(CheckoutRefused.class);
    }

    @Test
    void thePayerComesBackToOurOwnPage() {
        var payment = aPayment(1200, "EUR", HALF_AN_HOUR);
        var page = StripeHouse.SITE + "/paid/" + payment.event().value() + "?payment="
                + payment.id().value();

        assertThat(order(payment).getSuccessUrl()).isEqualTo(page);
        assertThat(order(payment).getCancelUrl()).isEqualTo(page + "&cancelled");
    }

    @ParameterizedTest
    @CsvSource({"10,31", "30,31", "31,31", "60,60", "1380,1380"})
    void itEndsWithTheHoldOrAsSoonAsStripeLets(int hold, int minutes) {
        var payment = aPayment(1200, "EUR", Duration.ofMinutes(hold));

        assertThat(SessionOrder.expiresAt(payment)).isEqualTo(NOON.plus(Duration.ofMinutes(minutes)));
    }

    @ParameterizedTest
    @CsvSource({"en,EN", "de,DE", "de-AT,DE", "en-GB,EN_GB", "pt-BR,PT_BR", "fr-CA,FR_CA", "eo,AUTO", "zh-Hant,ZH"})
    void itSpeaksTheLanguageOfTheRegistration(String language, Locale locale) {
        assertThat(SessionOrder.locale(language)).isEqualTo(locale);
    }

    @ParameterizedTest
    @CsvSource({"ada@example.org,ada@example.org", "ada@köln.example,ada@xn--kln-sna.example"})
    void theAddressIsFilledIn(String typed, String sent) {
        assertThat(order(aPayment(1200, "EUR", HALF_AN_HOUR), new EmailAddress(typed))
                        .getCustomerEmail())
                .isEqualTo(sent);
    }

    @Test
    void anAddressThatStripeDoesNotKnowIsLeftOut() {
        assertThat(order(aPayment(1200, "EUR", HALF_AN_HOUR), new EmailAddress("zoë@example.org"))
                        .getCustomerEmail())
                .isNull();
    }

    private static SessionCreateParams order(Payment payment) {
        return order(payment, new EmailAddress("ada@example.org"));
    }

    private static SessionCreateParams order(Payment payment, EmailAddress email) {
        var submission = SomeEvents.aSubmissionWith("authType", "payment");
        submission.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR"));
        return SessionOrder.of(
                payment, buyer(payment.event(), email), SomeEvents.aPublishedEventOf(submission), StripeHouse.SITE);
    }

    private static Registration buyer(EventId event, EmailAddress email) {
        return SomeRegistrations.registration(event, email, RegistrationState.HELD);
    }

    private static Payment aPayment(long minorUnits, String currency, Duration hold) {
        return Payment.intended(
                PaymentId.fresh(),
                RegistrationId.fresh(),
                EventId.fresh(),
                Price.of(new Money(minorUnits, Currency.getInstance(currency))),
                null,
                NOON.plus(hold),
                NOON);
    }
}
