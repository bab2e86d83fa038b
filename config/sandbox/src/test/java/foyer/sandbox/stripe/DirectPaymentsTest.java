package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Intents without a session. */
class DirectPaymentsTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private PaymentIntent begins(PaymentIntentCreateParams.Builder wish) throws StripeException {
        return shop.client()
                .v1()
                .paymentIntents()
                .create(wish.setAmount(1500L).setCurrency("eur").build());
    }

    @Test
    void areConfirmedAtOnceOrLater() throws Exception {
        var atOnce = begins(PaymentIntentCreateParams.builder().setConfirm(true).setPaymentMethod("pm_card_visa"));
        var begun = begins(PaymentIntentCreateParams.builder());
        var later = shop.client()
                .v1()
                .paymentIntents()
                .confirm(
                        begun.getId(),
                        PaymentIntentConfirmParams.builder()
                                .setPaymentMethod("pm_card_visa")
                                .build());

        assertThat(atOnce.getStatus()).isEqualTo("succeeded");
        assertThat(begun.getStatus()).isEqualTo("requires_payment_method");
        assertThat(later.getStatus()).isEqualTo("succeeded");
    }

    @Test
    void aDeclineIsAnErrorOfTheCard() {
        var wish = PaymentIntentCreateParams.builder()
                .setConfirm(true)
                .setPaymentMethod("pm_card_chargeDeclinedInsufficientFunds");

        assertThatThrownBy(() -> begins(wish)).isInstanceOfSatisfying(CardException.class, declined -> {
            assertThat(declined.getStatusCode()).isEqualTo(402);
            assertThat(declined.getDeclineCode()).isEqualTo("insufficient_funds");
            assertThat(declined.getStripeError().getPaymentIntent().getStatus()).isEqualTo("requires_payment_method");
        });
    }

    @Test
    void canBeCancelledUntilTheyArePaid() throws Exception {
        var begun = begins(PaymentIntentCreateParams.builder());
        var paid = begins(PaymentIntentCreateParams.builder().setConfirm(true).setPaymentMethod("pm_card_visa"));

        assertThat(shop.client().v1().paymentIntents().cancel(begun.getId()).getStatus())
                .isEqualTo("canceled");
        assertThatThrownBy(() -> shop.client().v1().paymentIntents().cancel(paid.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("succeeded");
    }
}
