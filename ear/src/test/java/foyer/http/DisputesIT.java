package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Books;
import foyer.whole.Called;
import foyer.whole.Http;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Payers who ask their bank for the money, with the seat kept or ended by {@code paymentConfig.onDispute}. */
@Isolated("it reads the sums of everybody's payments")
class DisputesIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http everyone = Whole.onMicro().http();

    @Test
    void whereTheEventSaysNothingThePayerWatchesOnAndAPersonIsCalled() {
        var ada = whoWatches(Shopper.offer().publishedBy(organizer));

        var dispute = Provider.disputes(ada.checkout());

        needs(ada, "[\"dispute\"]");
        assertThat(registration(ada).getBoolean("disputed", false)).isTrue();
        assertThat(registration(ada).getString("paymentStatus")).isEqualTo("completed");
        assertThat(ada.shopper().screen().goesOn(everyone)).isTrue();

        Provider.decides(dispute, true);

        needsNobody(ada);
        assertThat(registration(ada).getBoolean("disputed", false)).isFalse();
        assertThat(ada.shopper().step()).isEqualTo("watch");
    }

    @Test
    void aLossThatIsWrittenOffIsOffTheListAndThePayerWatchesOn() {
        var ada = whoLost();

        isWrittenOff(ada);

        needsNobody(ada);
        assertThat(ada.shopper().step()).isEqualTo("watch");
        organizer.post(path(ada) + "/write-off").expect(200);
        assertThat(acts(ada)).containsOnlyOnce("lossWrittenOff");
    }

    @Test
    void aLossIsOffTheListOnceTheSeatIsRevoked() {
        var ada = whoLost();

        organizer
                .post("/api/registrations/" + ada.shopper().registration() + "/revoke")
                .expect(200);

        ada.shopper().screen().isToldToStop(everyone, A_MINUTE);
        needsNobody(ada);
    }

    @Test
    void theBooksTellWhatBanksTookAndWhatOfTheAccessStaysForIt() {
        var begun = Instant.now();
        whoWatches(Shopper.offer().publishedBy(organizer));
        isWrittenOff(whoLost());
        var ended = whoLost();
        organizer
                .post("/api/registrations/" + ended.shopper().registration() + "/revoke")
                .expect(200);
        needsNobody(ended);

        var sums = Books.readBy(organizer, begun).sums("EUR");

        for (var side : List.of("provider", "payments")) {
            assertThat(sums.getJsonObject(side).getInt("paid")).as(side).isEqualTo(3 * 1200);
            assertThat(sums.getJsonObject(side).getInt("refunded")).as(side).isZero();
            assertThat(sums.getJsonObject(side).getInt("lost")).as(side).isEqualTo(2 * 1200);
        }
        assertThat(sums.getInt("access")).isEqualTo(2 * 1200);
        assertThat(sums.getInt("accessLost")).isEqualTo(1200);
    }

    @Test
    void whatTheBankTookIsNeverOrderedBackAndWhatIsNotLostNeverWrittenOff() {
        var lost = whoLost();
        isWrittenOff(lost);
        var kept = whoWatches(Shopper.offer().publishedBy(organizer));

        assertThat(refund(lost).expect(409).errorCode()).isEqualTo("wrong_state");
        assertThat(organizer.post(path(kept) + "/write-off").expect(409).errorCode())
                .isEqualTo("wrong_state");
        Whole.onMicro().as("analyst").post(path(lost) + "/write-off").expect(403);
        everyone.post(path(lost) + "/write-off").expect(401);
    }

    @Test
    void whereTheEventSaysSoTheRightEndsWithinAMinuteAndWonMoneyIsAPersonsToGiveBack() {
        var ada = whoWatches(revoking());

        var dispute = Provider.disputes(ada.checkout());

        ada.shopper().screen().isToldToStop(everyone, A_MINUTE);
        assertThat(ada.shopper().step()).isEqualTo("refused");
        needs(ada, "[\"dispute\"]");

        Provider.decides(dispute, true);

        refund(ada).expect(200);
        assertThat(Await.until(
                        A_MINUTE,
                        () -> registration(ada).getString("paymentStatus").equals("refunded")))
                .as("the provider takes the refund of what was won")
                .isTrue();
        needsNobody(ada);
    }

    @Test
    void whereTheSeatEndedALossNeedsNobody() {
        var ada = whoWatches(revoking());
        var dispute = Provider.disputes(ada.checkout());
        ada.shopper().screen().isToldToStop(everyone, A_MINUTE);

        Provider.decides(dispute, false);

        needsNobody(ada);
    }

    @Test
    void whereABankTookAPartThePaymentStaysOnTheListUntilItIsWrittenOff() {
        var ada = whoWatches(revoking());
        var dispute = Provider.disputes(ada.checkout(), 500);
        ada.shopper().screen().isToldToStop(everyone, A_MINUTE);
        Provider.decides(dispute, false);

        isWrittenOff(ada);

        needsNobody(ada);
        assertThat(refund(ada).expect(409).errorCode()).isEqualTo("wrong_state");
        assertThat(acts(ada)).containsOnlyOnce("lossWrittenOff");
    }

    /** Somebody whose picture moves, and what they paid for it. */
    private record Watching(Shopper shopper, JsonObject checkout) {
        String payment() {
            return checkout.getString("paymentId");
        }
    }

    private Watching whoWatches(String event) {
        var shopper = Shopper.at(event);
        var checkout = shopper.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");
        assertThat(shopper.looks(checkout).getString("status")).isEqualTo("completed");
        assertThat(shopper.screen().goesOn(everyone)).isTrue();
        return new Watching(shopper, checkout);
    }

    /** Who watches for money that the bank has taken back for good. */
    private Watching whoLost() {
        var ada = whoWatches(Shopper.offer().publishedBy(organizer));
        Provider.decides(Provider.disputes(ada.checkout()), false);
        needs(ada, "[\"dispute\"]");
        return ada;
    }

    private void isWrittenOff(Watching payer) {
        // Until it is known to be lost, and not only disputed, it is refused.
        assertThat(Await.until(
                        A_MINUTE,
                        () -> organizer.post(path(payer) + "/write-off").status() == 200))
                .isTrue();
    }

    private String revoking() {
        return Shopper.offerEndedByDisputes().publishedBy(organizer);
    }

    private void needs(Watching payer, String needs) {
        assertThat(Await.until(
                        A_MINUTE,
                        () -> unmatched(payer).stream()
                                .anyMatch(item -> "needsPerson".equals(item.getString("why"))
                                        && needs.equals(
                                                item.getJsonArray("needs").toString()))))
                .as("needs %s", needs)
                .isTrue();
    }

    private void needsNobody(Watching payer) {
        assertThat(Await.until(A_MINUTE, () -> unmatched(payer).isEmpty()))
                .as("unmatched: %s", unmatched(payer))
                .isTrue();
    }

    private List<JsonObject> unmatched(Watching payer) {
        return Books.readBy(organizer).unmatched(payer.payment());
    }

    private List<String> acts(Watching payer) {
        return Whole.onMicro()
                .as("admin")
                .get("/api/audit?eventId=" + payer.shopper().event())
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("act"))
                .toList();
    }

    private JsonObject registration(Watching payer) {
        return organizer
                .get("/api/registrations/" + payer.shopper().registration())
                .expect(200)
                .json();
    }

    private Called refund(Watching payer) {
        return organizer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", path(payer) + "/refund", "{}");
    }

    private static String path(Watching payer) {
        return "/api/payments/" + payer.payment();
    }
}
