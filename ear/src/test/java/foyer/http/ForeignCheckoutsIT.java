package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Checkouts at the provider that we have not made: of another account, or by another tool with the same key, as if they were
 * ours. Whatever they say, they pay for nobody's seat here.
 */
@OwnStandIns("it keeps the payment provider from telling anybody anything")
class ForeignCheckoutsIT {
    private static final String OUR_KEY = "sk_test_foyer";

    private final Shopper ada =
            Shopper.at(Shopper.offer().publishedBy(Whole.onMicro().as("organizer")));
    private JsonObject checkout = JsonObject.EMPTY_JSON_OBJECT;
    private String payment = "";

    @BeforeEach
    void adaIsAboutToPay() {
        checkout = ada.asksForCheckout().expect(201).json();
        payment = checkout.getString("paymentId");
        // What becomes known was told by these tests.
        Provider.tellsNobody();
    }

    @AfterEach
    void whoPaysTheirOwnWatches() {
        Provider.isWell();
        Shopper.pays(checkout, "success");
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("completed");
        assertThat(ada.step()).isEqualTo("watch");
    }

    @Test
    void whatAnotherToolSoldByTheSameKeyIsNobodysHere() {
        var mug = Provider.sellsPastUs(OUR_KEY, "mug-17");

        notice(mug, "mug-17").sent().expect(200);

        staysUnpaid();
        assertThat(unmatched(mug)).isEmpty();
    }

    @Test
    void oneThatIsCalledLikeOurPaymentPaysForNoSeatAndIsFoundByTheBalance() {
        var mug = Provider.sellsPastUs(OUR_KEY, payment);

        notice(mug, payment).sent().expect(200);

        staysUnpaid();
        assertThat(unmatched(mug)).singleElement().satisfies(item -> {
            assertThat(item.getString("why")).isEqualTo("onlyAtProvider");
            assertThat(item.getInt("paidAtProvider")).isEqualTo(500);
        });
    }

    @Test
    void oneOfAnotherAccountPaysForNoSeat() {
        var mug = Provider.sellsPastUs("sk_test_other_shop", payment);

        notice(mug, payment).sent().expect(200);

        staysUnpaid();
        assertThat(unmatched(mug)).as("it is in no book of ours").isEmpty();
    }

    private void staysUnpaid() {
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("open");
        assertThat(ada.step()).isEqualTo("pay");
    }

    /** As the provider would tell us of it, were it one that we had asked to be told of. */
    private static Notice notice(String session, String reference) {
        var object = Json.createObjectBuilder()
                .add("id", session)
                .add("object", "checkout.session")
                .add("client_reference_id", reference)
                .add("payment_status", "paid")
                .add("status", "complete");
        var event = Json.createObjectBuilder()
                .add("id", "evt_" + session)
                .add("object", "event")
                .add("type", "checkout.session.completed")
                .add("data", Json.createObjectBuilder().add("object", object));
        return Notice.signed(
                event.build().toString(), Instant.now(), Whole.onMicro().noticesSecret());
    }

    private static List<JsonObject> unmatched(String checkout) {
        var until = Instant.now().plus(Duration.ofMinutes(1));
        return Whole.onMicro()
                .as("analyst")
                .get("/api/payments/reconciliation?from=" + until.minus(Duration.ofHours(1)) + "&to=" + until)
                .expect(200)
                .json()
                .getJsonArray("unmatched")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(item -> checkout.equals(item.getString("checkout", "")))
                .toList();
    }
}
