package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.param.PaymentIntentRetrieveParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of sessions that people pay, by each of Stripe's test cards. */
class PayingTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aCardPays() throws Exception {
        var session = shop.sells(1500, "eur");

        shop.pays(session, "4242 4242 4242 4242");

        var paid = shop.again(session);
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getUrl()).isNull();
        assertThat(paid.getCustomerDetails().getEmail()).isEqualTo("shopper@example.com");
        var expanded = PaymentIntentRetrieveParams.builder()
                .addExpand("latest_charge.balance_transaction")
                .build();
        var intent = shop.client().v1().paymentIntents().retrieve(paid.getPaymentIntent(), expanded);
        assertThat(intent.getStatus()).isEqualTo("succeeded");
        assertThat(intent.getAmountReceived()).isEqualTo(1500);
        assertThat(intent.getLatestChargeObject().getPaid()).isTrue();
        assertThat(intent.getLatestChargeObject()
                        .getPaymentMethodDetails()
                        .getCard()
                        .getLast4())
                .isEqualTo("4242");
        assertThat(intent.getLatestChargeObject().getBalanceTransactionObject().getNet())
                .isLessThan(1500);
        assertThat(shop.events())
                .startsWith(
                        "checkout.session.completed",
                        "payment_intent.succeeded",
                        "charge.succeeded",
                        "payment_intent.created");
    }

    @Test
    void anotherAmountIsTakenWhereATestAsksForIt() throws Exception {
        var session = shop.sells(1500, "eur");

        shop.control("POST", "/sessions/" + session.getId() + "/pay", "{\"amount\": 1400}");

        var paid = shop.again(session);
        assertThat(paid.getPaymentStatus()).isEqualTo("paid");
        assertThat(paid.getAmountTotal()).isEqualTo(1400);
        assertThat(shop.intent(session).getAmountReceived()).isEqualTo(1400);
    }

    @ParameterizedTest
    @CsvSource({
        "4000000000000002, card_declined, generic_decline",
        "4000000000009995, card_declined, insufficient_funds",
        "4000000000009987, card_declined, lost_card",
        "4000000000000069, expired_card, expired_card",
        "4000000000000127, incorrect_cvc, incorrect_cvc",
        "4000000000000119, processing_error, processing_error",
        "4000008400001629, card_declined, generic_decline"
    })
    void aDeclinedCardLeavesTheSessionOpen(String card, String code, String decline) throws Exception {
        var session = shop.sells(1500, "eur");

        assertThat(shop.pays(session, card).path("outcome").asString()).isEqualTo("declined");

        assertThat(shop.again(session).getStatus()).isEqualTo("open");
        var intent = shop.intent(session);
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo(code);
        assertThat(intent.getLastPaymentError().getDeclineCode()).isEqualTo(decline);
        assertThat(shop.events()).contains("charge.failed", "payment_intent.payment_failed");
    }

    @Test
    void anotherCardPaysTheSameIntent() throws Exception {
        var session = shop.sells(1500, "eur");
        shop.pays(session, "declined");
        var first = shop.intent(session);

        shop.pays(session, "success");

        var second = shop.intent(session);
        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLatestCharge()).isNotEqualTo(first.getLatestCharge());
        assertThat(second.getLastPaymentError()).isNull();
    }

    @Test
    void nobodyPaysTwice() throws Exception {
        var session = shop.sells(1500, "eur");
        shop.pays(session, "success");

        assertThatThrownBy(() -> shop.pays(session, "success")).hasMessageContaining("complete");
    }

    @Test
    void theBankAsksFirst() throws Exception {
        var session = shop.sells(1500, "eur");

        var left = shop.control(
                "POST", "/sessions/" + session.getId() + "/pay", "{\"card\":\"4000002500003155\",\"leave\":true}");
        assertThat(left.path("outcome").asString()).isEqualTo("challenged");
        assertThat(shop.intent(session).getStatus()).isEqualTo("requires_action");
        assertThat(shop.intent(session).getNextAction().getType()).isEqualTo("use_stripe_sdk");

        shop.pays(session, "challenge");
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("paid");
    }

    @Test
    void whoFailsTheBanksQuestionHasNotPaid() throws Exception {
        var session = shop.sells(1500, "eur");

        shop.control(
                "POST", "/sessions/" + session.getId() + "/pay", "{\"card\":\"challenge\",\"authenticated\":false}");

        assertThat(shop.again(session).getStatus()).isEqualTo("open");
        assertThat(shop.intent(session).getLastPaymentError().getCode())
                .isEqualTo("payment_intent_authentication_failure");
    }

    @ParameterizedTest
    @CsvSource({"delayed, paid, succeeded", "delayed_failing, unpaid, failed"})
    void delayedMoneyComesOrDoesNot(String account, String status, String end) throws Exception {
        var session = shop.sells(1500, "eur");

        shop.pays(session, account);
        assertThat(shop.again(session).getStatus()).isEqualTo("complete");
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(shop.intent(session).getStatus()).isEqualTo("processing");

        shop.clock.pass(Duration.ofSeconds(10));
        assertThat(shop.again(session).getPaymentStatus()).isEqualTo(status);
        assertThat(shop.events()).contains("checkout.session.async_payment_" + end);
    }

    @Test
    void delayedMoneyCanBeSettledAtOnce() throws Exception {
        var session = shop.sells(1500, "usd");
        shop.pays(session, "ach");

        shop.control("POST", "/sessions/" + session.getId() + "/settle", "{\"paid\":false}");

        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(shop.intent(session).getStatus()).isEqualTo("requires_payment_method");
    }

    @Test
    void aShopChoosesWhatItTakes() throws Exception {
        var cardsOnly = StripeShop.aTicket(1500, "eur")
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .build();
        var session = shop.client().v1().checkout().sessions().create(cardsOnly);

        assertThatThrownBy(() -> shop.pays(session, "delayed")).hasMessageContaining("sepa_debit");
    }

    @Test
    void whatIsFreeNeedsNoCard() throws Exception {
        var session = shop.sells(0, "eur");

        shop.pays(session, "success");

        assertThat(shop.again(session).getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(shop.again(session).getPaymentIntent()).isNull();
    }

    @Test
    void anEndedSessionGivesUpWhatWasBegun() throws Exception {
        var session = shop.sells(1500, "eur");
        shop.pays(session, "declined");

        shop.client().v1().checkout().sessions().expire(session.getId());

        assertThat(shop.intent(session).getStatus()).isEqualTo("canceled");
        assertThatThrownBy(() -> shop.pays(session, "success")).hasMessageContaining("expired");
    }

    @Test
    void anIntentShowsWhatTheShopSaidAboutIt() throws Exception {
        var wish = StripeShop.aTicket(1500, "eur")
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setDescription("A seat for Carmen")
                        .putMetadata("paymentId", "p-1")
                        .build())
                .build();
        var session = shop.client().v1().checkout().sessions().create(wish);
        shop.pays(session, "success");

        assertThat(shop.intent(session).getDescription()).isEqualTo("A seat for Carmen");
        assertThat(shop.intent(session).getMetadata()).containsEntry("paymentId", "p-1");
    }
}
