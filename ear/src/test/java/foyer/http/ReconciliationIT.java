package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Books;
import foyer.whole.Http;
import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The books and the provider's, over HTTP, and what of them needs a person. */
@OwnStandIns("it counts the payments that need a person, and so do those of others")
class ReconciliationIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void aRefundThatFailsCallsAPersonAndIsCounted() {
        var before = alerts();
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        var paid = ada.buys();
        ada.refundedBy(organizer, "{}");

        Provider.lastRefundFails(paid.getString("paymentId"));

        // Others' payments are counted too, so it is told by its own item that this one's notice was taken.
        assertThat(Await.until(PATIENCE, () -> needsPerson(paid.getString("paymentId"))))
                .isTrue();
        assertThat(unmatched(paid.getString("paymentId")))
                .singleElement()
                .extracting(item -> item.getJsonArray("needs").toString())
                .isEqualTo("[\"refundFailed\"]");
        assertThat(Await.until(PATIENCE, () -> alerts() > before)).isTrue();
    }

    @Test
    void whatCallsAPersonIsOneLineInTheServersLog() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        var paid = ada.buys();
        ada.refundedBy(organizer, "{}");

        Provider.lastRefundFails(paid.getString("paymentId"));

        assertThat(Await.until(PATIENCE, () -> !alertsInTheLog(paid).isEmpty())).isTrue();
        isLookedAtOnceMore(ada);
        anotherIsToldOf();
        assertThat(alertsInTheLog(paid)).hasSize(1);
        var line = alertsInTheLog(paid).get(0);
        assertThat(line.getString("Level")).isEqualTo("SEVERE");
        assertThat(line.getString("needs")).isEqualTo("[refundFailed]");
        assertThat(line.getString("eventId")).isEqualTo(ada.event());
        assertThat(line.toString()).doesNotContain(ada.mailbox().address());
    }

    /** Of what gives no access no part is ordered; but who orders one has it looked at first, or is told something else. */
    private void isLookedAtOnceMore(Shopper shopper) {
        var refused = organizer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", "/api/registrations/" + shopper.registration() + "/refund", "{\"amount\":1}")
                .expect(400);
        assertThat(refused.text()).contains("out_of_range", "This gives no access");
    }

    /** Lines are written one after the other: whatever was to be told before this is there by then. */
    private void anotherIsToldOf() {
        var grace = Shopper.at(Shopper.offer().publishedBy(organizer));
        var paid = grace.buys();
        grace.refundedBy(organizer, "{}");
        Provider.lastRefundFails(paid.getString("paymentId"));
        assertThat(Await.until(PATIENCE, () -> !alertsInTheLog(paid).isEmpty())).isTrue();
    }

    @Test
    void booksThatAgreeHaveNothingUnmatched() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        var paid = ada.buys();

        var balance = Whole.onMicro()
                .as("analyst")
                .get("/api/payments/reconciliation")
                .expect(200);

        assertThat(balance.json().getJsonArray("balance")).isNotEmpty();
        assertThat(balance.json().getJsonArray("unmatched").toString()).doesNotContain(paid.getString("paymentId"));
    }

    private static boolean needsPerson(String payment) {
        return unmatched(payment).stream().anyMatch(item -> "needsPerson".equals(item.getString("why")));
    }

    private static List<JsonObject> unmatched(String payment) {
        return Books.readBy(Whole.onMicro().as("analyst")).unmatched(payment);
    }

    /** The lines of the node's log that call a person to this payment. */
    private static List<JsonObject> alertsInTheLog(JsonObject payment) {
        return Whole.onMicro()
                .server()
                .process()
                .output()
                .lines()
                // The last one may still be written.
                .filter(line -> line.endsWith("}"))
                .filter(line ->
                        line.contains("A payment needs a person.") && line.contains(payment.getString("paymentId")))
                .map(ReconciliationIT::json)
                .toList();
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }

    /** How many payments needed a person on this node so far. */
    private static double alerts() {
        return Whole.onMicro()
                .overTls()
                .with("Authorization", Whole.onMicro().bearer("admin"))
                .get("/metrics?scope=application")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.contains("foyer_payment_alerts") && !line.startsWith("#"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
