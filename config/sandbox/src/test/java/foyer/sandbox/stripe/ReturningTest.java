package foyer.sandbox.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Charge;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.param.DisputeUpdateParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Money that goes back: refunds and disputes. */
class ReturningTest {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private Session paidBy(String card) throws Exception {
        var session = shop.sells(1500, "eur");
        shop.pays(session, card);
        return shop.again(session);
    }

    private Refund refund(Session session, long amount) throws StripeException {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(session.getPaymentIntent())
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER)
                .putMetadata("paymentId", "p-1");
        return shop.client()
                .v1()
                .refunds()
                .create(amount == 0 ? params.build() : params.setAmount(amount).build());
    }

    private Charge charge(Session session) throws StripeException {
        return shop.client().v1().charges().retrieve(shop.intent(session).getLatestCharge());
    }

    @Test
    void refundsAllOfIt() throws Exception {
        var session = paidBy("success");

        var refund = refund(session, 0);

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(refund.getAmount()).isEqualTo(1500);
        assertThat(refund.getMetadata()).containsEntry("paymentId", "p-1");
        assertThat(charge(session).getRefunded()).isTrue();
        assertThat(shop.events()).contains("refund.created", "charge.refunded");
    }

    @Test
    void refundsPartByPartAndNeverMore() throws Exception {
        var session = paidBy("success");

        refund(session, 1000);
        assertThat(charge(session).getRefunded()).isFalse();
        assertThat(charge(session).getAmountRefunded()).isEqualTo(1000);
        assertThatThrownBy(() -> refund(session, 501)).hasMessageContaining("greater than unrefunded amount");
        refund(session, 500);

        assertThatThrownBy(() -> refund(session, 0))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("charge_already_refunded"));
        var listed = RefundListParams.builder()
                .setPaymentIntent(session.getPaymentIntent())
                .build();
        assertThat(shop.client().v1().refunds().list(listed).getData())
                .extracting(Refund::getAmount)
                .containsExactly(500L, 1000L);
    }

    @Test
    void aRefundCanBePendingFirst() throws Exception {
        var refund = refund(paidBy("4000000000007726"), 0);
        assertThat(refund.getStatus()).isEqualTo("pending");

        shop.clock.pass(Duration.ofSeconds(10));

        assertThat(shop.client().v1().refunds().retrieve(refund.getId()).getStatus())
                .isEqualTo("succeeded");
        assertThat(shop.events()).contains("refund.updated");
    }

    @Test
    void aRefundCanFailAfterwards() throws Exception {
        var session = paidBy("4000000000005126");
        var refund = refund(session, 0);
        assertThat(refund.getStatus()).isEqualTo("succeeded");

        shop.clock.pass(Duration.ofSeconds(10));

        var failed = shop.client().v1().refunds().retrieve(refund.getId());
        assertThat(failed.getStatus()).isEqualTo("failed");
        assertThat(failed.getFailureReason()).isEqualTo("expired_or_canceled_card");
        assertThat(charge(session).getAmountRefunded()).isZero();
        assertThat(shop.events()).contains("refund.failed");
    }

    @Test
    void anyRefundCanBeMadeToFail() throws Exception {
        var session = paidBy("success");
        var refund = refund(session, 0);

        shop.control("POST", "/refunds/" + refund.getId() + "/finish", "{\"succeeded\":false}");

        assertThat(charge(session).getRefunded()).isFalse();
    }

    @Test
    void showsTheTenNewestBesideTheCharge() throws Exception {
        var session = paidBy("success");
        for (var part = 0; part < 11; part++) {
            refund(session, 100);
        }

        var charge = charge(session);
        var all = RefundListParams.builder().setCharge(charge.getId()).build();

        assertThat(charge.getAmountRefunded()).isEqualTo(1100);
        assertThat(charge.getRefunds().getData()).hasSize(10);
        assertThat(charge.getRefunds().getHasMore()).isTrue();
        assertThat(shop.client().v1().refunds().list(all).getData().get(0).getId())
                .isEqualTo(charge.getRefunds().getData().get(0).getId());
    }

    @Test
    void refundsNothingThatWasNotPaid() throws Exception {
        var session = paidBy("declined");

        assertThatThrownBy(() -> refund(session, 0)).hasMessageContaining("does not have a successful charge");
    }

    @Test
    void aShopperDisputes() throws Exception {
        var session = paidBy("4000000000000259");

        var dispute = shop.client().v1().disputes().list().getData().get(0);
        assertThat(dispute.getReason()).isEqualTo("fraudulent");
        assertThat(dispute.getStatus()).isEqualTo("needs_response");
        assertThat(dispute.getPaymentIntent()).isEqualTo(session.getPaymentIntent());
        assertThat(charge(session).getDisputed()).isTrue();
        assertThat(shop.events()).contains("charge.dispute.created", "charge.dispute.funds_withdrawn");
        assertThatThrownBy(() -> refund(session, 0))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("charge_disputed"));
    }

    @Test
    void aDisputeCanBeAnsweredAndWon() throws Exception {
        var session = paidBy("success");
        var id = shop.control("POST", "/sessions/" + session.getId() + "/dispute", "")
                .path("id")
                .asString();
        var evidence = DisputeUpdateParams.builder()
                .setEvidence(DisputeUpdateParams.Evidence.builder()
                        .setAccessActivityLog("watched for 80 minutes")
                        .build())
                .build();

        assertThat(shop.client().v1().disputes().update(id, evidence).getStatus())
                .isEqualTo("under_review");
        shop.control("POST", "/disputes/" + id + "/close", "{\"won\":true}");

        assertThat(shop.client().v1().disputes().retrieve(id).getStatus()).isEqualTo("won");
        assertThat(shop.events()).contains("charge.dispute.funds_reinstated", "charge.dispute.closed");
    }

    @Test
    void whatWasDisputedAndWonCanBeRefunded() throws Exception {
        var session = paidBy("success");
        closed(session, true);

        var refund = refund(session, 0);

        assertThat(refund.getStatus()).isEqualTo("succeeded");
        assertThat(charge(session).getRefunded()).isTrue();
        assertThat(charge(session).getDisputed()).as("it was").isTrue();
    }

    @Test
    void whatWasDisputedAndLostIsNotRefundedAsWell() throws Exception {
        var session = paidBy("success");
        closed(session, false);

        assertThatThrownBy(() -> refund(session, 0))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("charge_disputed"));
    }

    private void closed(Session session, boolean won) throws Exception {
        var id = shop.control("POST", "/sessions/" + session.getId() + "/dispute", "")
                .path("id")
                .asString();
        shop.control("POST", "/disputes/" + id + "/close", "{\"won\":" + won + "}");
    }

    @Test
    void oneMoreMayFollowOnceADisputeIsWon() throws Exception {
        var dispute = "/sessions/" + paidBy("success").getId() + "/dispute";
        var first = shop.control("POST", dispute, "").path("id").asString();
        assertThatThrownBy(() -> shop.control("POST", dispute, "")).hasMessageContaining("one dispute after the other");

        shop.control("POST", "/disputes/" + first + "/close", "{\"won\":true}");
        var second = shop.control("POST", dispute, "").path("id").asString();

        assertThat(shop.client().v1().disputes().list().getData())
                .extracting(one -> one.getId() + " " + one.getStatus())
                .containsExactlyInAnyOrder(first + " won", second + " needs_response");
    }

    @Test
    void aDisputeMayBeOverAPart() throws Exception {
        var session = paidBy("success");
        var dispute = "/sessions/" + session.getId() + "/dispute";
        assertThatThrownBy(() -> shop.control("POST", dispute, "{\"amount\":1501}"))
                .hasMessageContaining("from 1 to 1500");

        shop.control("POST", dispute, "{\"amount\":500}");

        assertThat(shop.client().v1().disputes().list().getData().get(0).getAmount())
                .isEqualTo(500);
        assertThatThrownBy(() -> refund(session, 1000))
                .as("the rest")
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.getCode()).isEqualTo("charge_disputed"));
    }

    @Test
    void aShopCanGiveInToADispute() throws Exception {
        paidBy("4000000000000259");
        var dispute = shop.client().v1().disputes().list().getData().get(0);

        assertThat(shop.client().v1().disputes().close(dispute.getId()).getStatus())
                .isEqualTo("lost");
    }

    @Test
    void theLedgerAddsItUp() throws Exception {
        refund(paidBy("success"), 500);
        paidBy("4000000000000259");

        var totals = shop.control("GET", "/ledger", "").path("totals").path("eur");

        assertThat(totals.path("paid").asLong()).isEqualTo(3000);
        assertThat(totals.path("refunded").asLong()).isEqualTo(500);
        assertThat(totals.path("disputed").asLong()).isEqualTo(1500);
    }
}
