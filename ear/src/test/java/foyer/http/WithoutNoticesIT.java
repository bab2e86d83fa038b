package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.Server;
import foyer.whole.Books;
import foyer.whole.EventFixture;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What happens at the provider alone, at a server that nobody tells of it and that is set as usual; and who hears of it. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutNoticesIT {
    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    /** In which a second letter would have come. */
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final Mailbox box = Mailbox.fresh();
    private Server server;
    private Http everyone;
    private Http organizer;

    @BeforeAll
    void start() {
        server = Whole.another(
                Whole.manyCallers(Whole.settings("unnoticed-")).with("foyer.payment.alerts-to", box.address()));
        everyone = Http.to(server.url());
        organizer = Whole.signedIn(everyone, Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatSomebodyGivesBackThereEndsTheRightWithinAMinute() {
        var ada = whoWatches(Shopper.offer());

        Provider.givesBack(ada.checkout());

        ada.shopper().screen().isToldToStop(everyone, A_MINUTE);
        assertThat(ada.shopper().registrationSeenBy(organizer).getString("paymentStatus"))
                .isEqualTo("refunded");
    }

    @Test
    void aPersonIsCalledByOneLetterThatDoesNotNameThePayer() {
        var ada = whoWatches(Shopper.offer());
        ada.shopper().refundedBy(organizer, "{}");

        Provider.lastRefundFails(ada.payment());

        assertThat(Await.until(A_MINUTE, () -> !alerts(ada).isEmpty())).isTrue();
        assertThat(organizer
                        .call(
                                "POST",
                                "/api/registrations/" + ada.shopper().registration() + "/refund",
                                "{\"amount\":1}")
                        .expect(400)
                        .text())
                .as("looked at once more")
                .contains("This gives no access");
        assertThat(Await.until(A_WHILE, () -> alerts(ada).size() > 1)).isFalse();
        var letter = alerts(ada).get(0);
        assertThat(letter.getString("text")).contains("a refund did not reach the payer");
        assertThat(letter.toString())
                .doesNotContain(ada.shopper().mailbox().address())
                .doesNotContain(ada.shopper().registration());
    }

    @Test
    void anotherAmountThanWasAskedForGivesNoAccessAndCallsAPerson() {
        var ada = Shopper.at(everyone, Shopper.offer().publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();

        Shopper.paysAnother(checkout, 700);

        var paid = new Watching(ada, checkout);
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("underReview");
        assertThat(ada.step()).isNotEqualTo("watch");
        assertThat(ada.registrationSeenBy(organizer).getString("paymentStatus")).isNotEqualTo("completed");
        assertThat(needs(paid)).containsExactly("[\"mismatch\"]");
        assertThat(Await.until(A_MINUTE, () -> !alerts(paid).isEmpty())).isTrue();
        assertThat(alerts(paid).get(0).getString("text")).contains("what was paid is not what was asked for");

        organizer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", "/api/payments/" + paid.payment() + "/refund", "{}")
                .expect(200);

        assertThat(Await.until(A_MINUTE, () -> needs(paid).isEmpty())).isTrue();
        assertThat(Provider.refunds(ada.event()))
                .extracting(refund -> refund.getInt("amount"))
                .containsExactly(700);
    }

    @Test
    void whoseSeatEndsWithADisputeIsToldSo() {
        var terms = Json.createObjectBuilder()
                .add("price", 1200)
                .add("currency", "EUR")
                .add("onDispute", "revoke");
        var ada = whoWatches(Shopper.offer().with("paymentConfig", terms.build()));

        Provider.disputes(ada.checkout());

        ada.shopper().screen().isToldToStop(everyone, A_MINUTE);
        assertThat(Await.until(A_MINUTE, () -> !disputed(ada).isEmpty())).isTrue();
        assertThat(Await.until(A_WHILE, () -> disputed(ada).size() > 1)).isFalse();
        assertThat(disputed(ada).get(0).getString("text")).contains("€12.00", ada.payment());
    }

    /** Somebody whose picture moves, and what they paid for it. */
    private record Watching(Shopper shopper, JsonObject checkout) {
        String payment() {
            return checkout.getString("paymentId");
        }
    }

    private Watching whoWatches(EventFixture offer) {
        var shopper = Shopper.at(everyone, offer.publishedBy(organizer));
        var checkout = shopper.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");
        assertThat(shopper.looks(checkout).getString("status")).isEqualTo("completed");
        assertThat(shopper.screen().goesOn(everyone)).isTrue();
        return new Watching(shopper, checkout);
    }

    private List<String> needs(Watching payer) {
        return Books.readBy(organizer).unmatched(payer.payment()).stream()
                .filter(item -> item.getString("why").equals("needsPerson"))
                .map(item -> item.getJsonArray("needs").toString())
                .toList();
    }

    private List<JsonObject> alerts(Watching payer) {
        return box.letters().stream()
                .filter(letter -> letter.getString("text").contains(payer.payment()))
                .toList();
    }

    private static List<JsonObject> disputed(Watching payer) {
        return payer.shopper().mailbox().letters().stream()
                .filter(letter -> letter.getString("subject").endsWith("has ended: its payment is disputed"))
                .toList();
    }
}
