package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Http;
import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The way of the money back, over HTTP, and what it ends. */
@OwnStandIns("it keeps the payment provider from telling anybody anything")
class RefundsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void aPartGoesBackAndThenAllWhichEndsTheRight() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        ada.buys();

        var part = ada.refundedBy(organizer, "{\"amount\": 500}");
        assertThat(part.getInt("refundedAmount")).isEqualTo(500);
        assertThat(part.getString("paymentStatus")).isEqualTo("completed");
        assertThat(ada.step()).isEqualTo("watch");

        var whole = ada.refundedBy(organizer, "{}");
        assertThat(whole.getString("paymentStatus")).isEqualTo("refunded");
        assertThat(whole.getString("state")).isEqualTo("cancelled");
        assertThat(whole.getJsonObject("payment").getInt("refundedAmount")).isEqualTo(1200);
        organizer
                .call("POST", "/api/registrations/" + ada.registration() + "/refund", "{}")
                .expect(409);
    }

    @Test
    void theRightToWatchEndsWithinAMinuteHoweverTheMoneyWentBack() {
        var byUs = whoWatches();
        var there = whoWatches();
        var calledOff = whoWatches();

        var since = Instant.now();
        byUs.shopper().refundedBy(organizer, "{}");
        Provider.givesBack(there.checkout());
        organizer.post("/api/events/" + calledOff.shopper().event() + "/cancel").expect(200);

        for (var viewer : List.of(byUs, there, calledOff)) {
            var left = A_MINUTE.minus(Duration.between(since, Instant.now()));
            viewer.shopper().screen().isToldToStop(Whole.onMicro().http(), left);
        }
    }

    @Test
    void whatWasPaidAndGivenBackBeforeAnybodyLookedGivesNoAccess() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();
        Provider.tellsNobody();
        Provider.hidesItsJournal();
        try {
            Shopper.pays(checkout, "success");
            Provider.givesBack(checkout);

            assertThat(ada.looks(checkout).getString("status")).isEqualTo("refunded");
        } finally {
            Provider.isWell();
        }

        assertThat(ada.step()).isEqualTo("refused");
        assertThat(ada.registrationSeenBy(organizer).getString("paymentStatus")).isEqualTo("refunded");
    }

    @Test
    void aCancelledEventGivesEverybodyTheirMoneyBack() {
        var event = Shopper.offer().publishedBy(organizer);
        Shopper.at(event).buys();
        Shopper.at(event).buys();

        organizer.post("/api/events/" + event + "/cancel").expect(200);

        assertThat(Await.until(PATIENCE, () -> returns(event).getInt("returned") == 2))
                .isTrue();
        assertThat(returns(event).getInt("returnedAmount")).isEqualTo(2400);
    }

    @Test
    void soDoesOneThatWasOpenedToAllSinceItWasSold() {
        var event = Shopper.offer().publishedBy(organizer);
        Shopper.at(event).buys();
        var path = "/api/events/" + event;
        var read = organizer.get(path).expect(200);
        var open = read.text().replace("\"authType\":\"payment\"", "\"authType\":\"email\"");
        organizer.with("If-Match", read.header("ETag")).call("PUT", path, open).expect(200);

        organizer.post(path + "/cancel").expect(200);

        assertThat(Await.until(PATIENCE, () -> returns(event).getInt("returned") == 1))
                .isTrue();
    }

    @Test
    void aRefundIsRepeatedUnderItsKeyAndGoesBackOnce() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        ada.buys();
        var keyed = organizer.with("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/api/registrations/" + ada.registration() + "/refund";

        keyed.call("POST", path, "{\"amount\": 500}").expect(200);
        var again = keyed.call("POST", path, "{\"amount\": 500}").expect(200).json();

        assertThat(again.getInt("refundedAmount")).isEqualTo(500);
    }

    /** Somebody whose picture moves, and what they paid for it. */
    private record Watching(Shopper shopper, JsonObject checkout) {}

    private Watching whoWatches() {
        var shopper = Shopper.at(Shopper.offer().publishedBy(organizer));
        var checkout = shopper.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");
        assertThat(shopper.looks(checkout).getString("status")).isEqualTo("completed");
        assertThat(shopper.screen().goesOn(Whole.onMicro().http())).isTrue();
        return new Watching(shopper, checkout);
    }

    private JsonObject returns(String event) {
        return organizer.get("/api/events/" + event + "/refunds").expect(200).json();
    }
}
