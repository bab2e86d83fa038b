package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.net.ApiResource;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.ledger.Seen.Flaw;
import foyer.shared.Money;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions as Stripe writes them, of which there are more kinds than the stand-in makes. */
class StripeSeenTest {
    @ParameterizedTest
    @CsvSource({
        "open,unpaid,,OPEN",
        "open,unpaid,requires_payment_method,OPEN",
        "expired,unpaid,canceled,EXPIRED",
        "complete,paid,succeeded,PAID",
        "complete,no_payment_required,,PAID",
        "complete,unpaid,processing,PROCESSING",
        "complete,unpaid,requires_action,PROCESSING",
        "complete,unpaid,succeeded,PROCESSING",
        "complete,unpaid,,PROCESSING",
        "complete,unpaid,requires_payment_method,FAILED",
        "complete,unpaid,canceled,FAILED"
    })
    void itHasComeSoFar(String status, String paid, String intent, Progress progress) {
        assertThat(seen(session(status, paid, intent, "eur", 1200, 1200, 0, false))
                        .progress())
                .isEqualTo(progress);
    }

    @ParameterizedTest
    @CsvSource({"jpy,500,500", "isk,50000,500", "kwd,1230,1230", "mga,5,500"})
    void sumsAreInIsosUnits(String currency, long stripes, long minorUnits) {
        var seen = seen(session("complete", "paid", "succeeded", currency, stripes, stripes, 0, false));

        assertThat(seen.taken()).isEqualTo(minorUnits);
    }

    @Test
    void aTaxOnTopIsNoPartOfThePrice() {
        assertThat(seen(session("complete", "paid", "succeeded", "eur", 1300, 1428, 100, true))
                        .charged())
                .isEqualTo(new Money(1200, Currency.getInstance("EUR")));
    }

    @Test
    void otherwiseAllThatWasTakenCounts() {
        assertThat(seen(session("complete", "paid", "succeeded", "eur", 1300, 1200, 100, false))
                        .taken())
                .isEqualTo(1200);
    }

    @Test
    void oneThatSetsUpACardTakesNothing() {
        var setup = read("""
                {"object": "checkout.session", "mode": "setup", "status": "complete",
                 "payment_status": "no_payment_required", "currency": "eur", "amount_total": null, "livemode": false}
                """, Session.class);

        assertThat(seen(setup).taken()).isZero();
    }

    @Test
    void playMoneyIsNoMoneyWhereRealOneIsTaken() {
        var session = session("complete", "paid", "succeeded", "eur", 1200, 1200, 0, false);

        assertThat(StripeSeen.of(session, List.of(), List.of(), true, null).flaws())
                .containsExactly(Flaw.WRONG_MODE);
    }

    @Test
    void refundsCountWhateverBecameOfThem() {
        var session = session("complete", "paid", "succeeded", "eur", 1200, 1200, 0, false);
        var refunds = List.of(
                refund("succeeded", 100),
                refund("pending", 200),
                refund("requires_action", 300),
                refund("failed", 50),
                refund("canceled", 7));

        var seen = StripeSeen.of(session, refunds, List.of(), false, null);

        assertThat(seen.ordered()).isEqualTo(657);
        assertThat(seen.failed()).isEqualTo(57);
    }

    @Test
    void aRefundOfWhichStripeSaysNoStatusIsOnItsWay() {
        var session = session("complete", "paid", "succeeded", "eur", 1200, 1200, 0, false);
        var refund = read("{\"object\":\"refund\",\"amount\":100,\"status\":null}", Refund.class);

        var seen = StripeSeen.of(session, List.of(refund), List.of(), false, null);

        assertThat(seen.returned()).isEqualTo(100);
        assertThat(seen.failed()).isZero();
    }

    @Test
    void aRefundThatCarriesNoMarkOfOursWasOrderedElsewhere() {
        var session = session("complete", "paid", "succeeded", "eur", 1200, 1200, 0, false);
        var ours = read(
                "{\"object\":\"refund\",\"status\":\"succeeded\",\"amount\":100,\"metadata\":{\"paymentId\":\""
                        + PaymentId.fresh().value() + "\"}}",
                Refund.class);

        var seen = StripeSeen.of(session, List.of(ours, refund("succeeded", 200)), List.of(), false, null);

        assertThat(seen.ours()).isEqualTo(100);
        assertThat(seen.elsewhere()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "needs_response,1,0,0",
        "under_review,1,0,0",
        "a_word_of_tomorrow,1,0,0",
        "won,1,1,0",
        "lost,1,0,1",
        "warning_needs_response,0,0,0",
        "warning_under_review,0,0,0",
        "warning_closed,0,0,0",
        "prevented,0,0,0",
        "won lost,2,1,1",
        "won needs_response,2,1,0",
        "under_review won,2,1,0",
        "needs_response under_review,2,0,0",
        "won won needs_response,3,2,0",
        "won won won,3,3,0",
        "won warning_closed,1,1,0"
    })
    void disputesAreCountedByWhatBecameOfThem(String statuses, int opened, int won, int lost) {
        var session = session("complete", "paid", "succeeded", "eur", 1200, 1200, 0, false);
        var disputes = Arrays.stream(statuses.split(" "))
                .map(status ->
                        read("{\"object\":\"dispute\",\"status\":\"" + status + "\"}", com.stripe.model.Dispute.class))
                .toList();

        assertThat(StripeSeen.of(session, List.of(), disputes, false, null).disputes())
                .isEqualTo(new Disputes(opened, won, lost, 0));
    }

    /** It "can differ" from the charge's, "because only part of the order is disputed" (docs.stripe.com/api/disputes/object). */
    @ParameterizedTest
    @CsvSource({
        "lost 500 eur,500",
        "lost 500 eur;won 700 eur,500",
        "lost 500 eur;lost 700 eur,1200",
        "needs_response 500 eur,0",
        "lost 540 usd,0",
    })
    void whatWasLostIsSummedUpInTheCurrencyOfTheCharge(String all, long amount) {
        var session = session("complete", "paid", "succeeded", "eur", 1200, 1200, 0, false);
        var disputes = Arrays.stream(all.split(";"))
                .map(one -> one.split(" "))
                .map(one -> read(
                        "{\"object\":\"dispute\",\"status\":\"" + one[0] + "\",\"amount\":" + one[1]
                                + ",\"currency\":\"" + one[2] + "\"}",
                        com.stripe.model.Dispute.class))
                .toList();

        assertThat(StripeSeen.of(session, List.of(), disputes, false, null)
                        .disputes()
                        .lostAmount())
                .isEqualTo(amount);
    }

    private static Seen seen(Session session) {
        return StripeSeen.of(session, List.of(), List.of(), false, null);
    }

    private static Session session(
            String status,
            String paid,
            @Nullable String intent,
            String currency,
            long subtotal,
            long total,
            long discount,
            boolean taxed) {
        var paymentIntent = intent == null ? "null" : "{\"id\":\"pi_1\",\"status\":\"" + intent + "\"}";
        return read(
                """
                {"object": "checkout.session", "status": "%s", "payment_status": "%s", "payment_intent": %s,
                 "currency": "%s", "amount_subtotal": %d, "amount_total": %d, "livemode": false,
                 "total_details": {"amount_discount": %d}, "automatic_tax": {"enabled": %s}}
                """.formatted(status, paid, paymentIntent, currency, subtotal, total, discount, taxed), Session.class);
    }

    private static Refund refund(String status, long amount) {
        return read("{\"object\":\"refund\",\"status\":\"" + status + "\",\"amount\":" + amount + "}", Refund.class);
    }

    private static <T> T read(String json, Class<T> type) {
        return ApiResource.GSON.fromJson(json, type);
    }
}
