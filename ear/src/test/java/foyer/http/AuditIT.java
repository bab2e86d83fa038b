package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Http;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who moved money, as admins are told. */
@Beside
class AuditIT {
    private final Http organizer = Whole.onMicro().as("organizer");
    private final Http admin = Whole.onMicro().as("admin");

    @Test
    void whateverMovesMoneyIsRecordedWithWhoDidItAndByWhichCall() {
        var event = Shopper.offer().publishedBy(organizer);
        var ada = Shopper.at(event);
        var payment = ada.buys().getString("paymentId");
        var bob = Shopper.at(event);
        bob.buys();
        var code = voucher(event);

        var refund = organizer
                .call("POST", "/api/registrations/" + ada.registration() + "/refund", "{\"amount\": 500}")
                .expect(200);
        organizer.post("/api/registrations/" + bob.registration() + "/revoke").expect(200);
        organizer.delete("/api/vouchers/" + code).expect(204);
        organizer.post("/api/events/" + event + "/cancel").expect(200);

        var entries = entries(event, 50);
        assertThat(entries)
                .extracting(entry -> entry.getString("act") + " " + entry.getString("subject"))
                .containsExactly(
                        "eventCancelled " + event,
                        "voucherWithdrawn " + code,
                        "seatRevoked " + bob.registration(),
                        "refundOrdered " + payment,
                        "voucherIssued " + code);
        assertThat(entries)
                .extracting(entry -> entry.getString("by"))
                .doesNotContain("")
                .containsOnly(entries.get(0).getString("by"));
        var ordered = entries.get(3);
        assertThat(ordered.getInt("amount")).isEqualTo(500);
        assertThat(ordered.getString("currency")).isEqualTo("EUR");
        assertThat(ordered.getString("requestId")).isEqualTo(refund.header("X-Request-Id"));
        assertThat(entries.get(2).getInt("amount")).isEqualTo(1200);
        assertThat(entries.get(1).getInt("percent")).isEqualTo(50);
        assertThat(entries.get(4).getInt("percent")).isEqualTo(50);
    }

    @Test
    void theListComesInParts() {
        var event = Shopper.offer().publishedBy(organizer);
        voucher(event);
        voucher(event);
        voucher(event);

        assertThat(entries(event, 2))
                .extracting(entry -> entry.getString("entryId"))
                .hasSize(3)
                .doesNotHaveDuplicates()
                .isEqualTo(entries(event, 50).stream()
                        .map(entry -> entry.getString("entryId"))
                        .toList());
        assertThat(admin.get("/api/audit?limit=3").expect(200).json().getJsonArray("items"))
                .hasSize(3);
        assertThat(admin.get("/api/audit?cursor=altered").expect(400).errorCode())
                .isEqualTo("validation_failed");
    }

    @Test
    void nobodyElseIsTold() {
        organizer.get("/api/audit").expect(403);
        Whole.onMicro().as("analyst").get("/api/audit").expect(403);
        Whole.onMicro().http().get("/api/audit").expect(401);
    }

    private String voucher(String event) {
        return organizer
                .call("POST", "/api/vouchers", "{\"percent\": 50, \"eventId\": \"" + event + "\"}")
                .expect(201)
                .json()
                .getString("code");
    }

    private List<JsonObject> entries(String event, int limit) {
        var entries = new ArrayList<JsonObject>();
        var cursor = "";
        do {
            var page = admin.get("/api/audit?eventId=" + event + "&limit=" + limit + cursor)
                    .expect(200)
                    .json();
            var items = page.getJsonArray("items").getValuesAs(JsonObject.class);
            assertThat(items).hasSizeLessThanOrEqualTo(limit);
            entries.addAll(items);
            cursor = page.isNull("nextCursor") ? "" : "&cursor=" + page.getString("nextCursor");
        } while (!cursor.isEmpty());
        return entries;
    }
}
