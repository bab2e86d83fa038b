package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a seat that costs something to the picture, and the money's way back, over HTTP. */
@Isolated("it keeps the payment provider from telling anybody anything")
class BuyingIT {
    private static final int TABS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    private final Http organizer = Whole.onMicro().as("organizer");

    @Test
    void whoPaysWatches() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        assertThat(ada.step()).isEqualTo("pay");

        var checkout = ada.asksForCheckout().expect(201).json();
        assertThat(checkout.getString("status")).isEqualTo("open");
        assertThat(checkout.getInt("amount")).isEqualTo(1200);
        Shopper.pays(checkout, "success");

        assertThat(ada.looks(checkout).getString("status")).isEqualTo("completed");
        assertThat(ada.step()).isEqualTo("watch");
        assertThat(registration(ada).getString("paymentStatus")).isEqualTo("completed");
        assertThat(Await.until(
                        PATIENCE,
                        () -> ada.mailbox().letters().stream()
                                .anyMatch(letter -> letter.getString("text").contains("€12.00"))))
                .isTrue();
    }

    @Test
    void thePriceIsNobodysButTheEvents() {
        var event = Shopper.offer().publishedBy(organizer);
        var ada = Shopper.at(event);

        var cheaper = Json.createObjectBuilder()
                .add("registrationId", ada.registration())
                .add("amount", 1)
                .build();
        assertThat(ada.own().post("/api/payments/checkout", cheaper).expect(400).errorCode())
                .isEqualTo("validation_failed");
        var paid = Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", Mailbox.fresh().address())
                .add("paymentStatus", "completed")
                .build();
        assertThat(Whole.onMicro()
                        .http()
                        .post("/api/registrations", paid)
                        .expect(400)
                        .errorCode())
                .isEqualTo("validation_failed");
    }

    @Test
    void whoAsksInManyTabsAtOnceIsGivenTheOneCheckout() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));

        var answers = AtOnce.calls(TABS, tab -> ada.asksForCheckout());

        assertThat(answers).extracting(Called::status).containsOnly(200, 201);
        var checkouts = answers.stream().map(Called::json).toList();
        assertThat(checkouts)
                .extracting(checkout -> checkout.getString("paymentId"))
                .containsOnly(checkouts.get(0).getString("paymentId"));
        assertThat(checkouts)
                .filteredOn(checkout -> checkout.containsKey("checkoutUrl"))
                .extracting(Shopper::session)
                .containsOnly(Shopper.session(ada.asksForCheckout().expect(200).json()));
    }

    @Test
    void aCheckoutThatIsOpenIsAnsweredAgain() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));

        var first = ada.asksForCheckout().expect(201).json();
        var again = ada.asksForCheckout().expect(200).json();

        assertThat(again.getString("paymentId")).isEqualTo(first.getString("paymentId"));
        assertThat(again.getString("checkoutUrl")).isEqualTo(first.getString("checkoutUrl"));
    }

    @Test
    void aDeclinedCardLeavesTheSeatToBePaid() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();

        assertThat(Shopper.pays(checkout, "declined").getString("outcome")).isEqualTo("declined");
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("open");
        Shopper.pays(checkout, "success");

        assertThat(ada.looks(checkout).getString("status")).isEqualTo("completed");
    }

    @Test
    void nobodySeesOrPaysAnothers() {
        var event = Shopper.offer().publishedBy(organizer);
        var ada = Shopper.at(event);
        var eve = Shopper.at(event);
        var checkout = ada.asksForCheckout().expect(201).json();

        eve.own().get("/api/payments/" + checkout.getString("paymentId")).expect(404);
        Whole.onMicro()
                .http()
                .get("/api/payments/" + checkout.getString("paymentId"))
                .expect(401);
        var others = Json.createObjectBuilder()
                .add("registrationId", ada.registration())
                .build();
        eve.own().post("/api/payments/checkout", others).expect(404);
    }

    @Test
    void aPaidSeatIsNotGivenUpByItsViewer() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        ada.buys();

        assertThat(ada.own()
                        .delete("/api/registrations/" + ada.registration())
                        .expect(409)
                        .errorCode())
                .isEqualTo("already_paid");
        assertThat(ada.asksForCheckout().expect(409).errorCode()).isEqualTo("already_paid");
    }

    @Test
    void aPartGoesBackAndThenAllWhichEndsTheRight() {
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        ada.buys();

        var part = refund(ada, "{\"amount\": 500}");
        assertThat(part.getInt("refundedAmount")).isEqualTo(500);
        assertThat(part.getString("paymentStatus")).isEqualTo("completed");
        assertThat(ada.step()).isEqualTo("watch");

        var whole = refund(ada, "{}");
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

        refund(byUs.shopper(), "{}");
        Provider.givesBack(there.checkout());
        organizer.post("/api/events/" + calledOff.shopper().event() + "/cancel").expect(200);

        for (var viewer : List.of(byUs, there, calledOff)) {
            viewer.shopper().screen().isToldToStop(Whole.onMicro().http(), A_MINUTE);
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
        assertThat(registration(ada).getString("paymentStatus")).isEqualTo("refunded");
    }

    @Test
    void moneyThatTakesItsTimeAndDoesNotComeLeavesTheSeatToOthers() {
        var event = Shopper.offer().with("capacity", Json.createValue(1)).publishedBy(organizer);
        var ada = Shopper.at(event);
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "delayed_failing");
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("processing");
        assertThat(Whole.onMicro()
                        .http()
                        .post("/api/registrations", Door.wish(event, Mailbox.fresh()))
                        .expect(409)
                        .errorCode())
                .isEqualTo("sold_out");

        Provider.settles(Shopper.session(checkout), false);

        assertThat(ada.looks(checkout).getString("status")).isEqualTo("failed");
        assertThat(registration(ada).getString("paymentStatus")).isEqualTo("failed");
        assertThat(Shopper.at(event).buys().getString("status")).isEqualTo("completed");
        assertThat(Await.until(
                        PATIENCE,
                        () -> ada.mailbox().letters().stream()
                                .anyMatch(letter -> letter.getString("subject").endsWith("did not arrive"))))
                .isTrue();
    }

    @Test
    void whoHasBegunToPayPaysThePriceOfThen() {
        var offer = Shopper.offer();
        var event = offer.publishedBy(organizer);
        var ada = Shopper.at(event);
        var checkout = ada.asksForCheckout().expect(201).json();
        var version = organizer.get("/api/events/" + event).expect(200).header("ETag");
        var dearer = Json.createObjectBuilder().add("price", 1500).add("currency", "EUR");
        organizer
                .with("If-Match", version)
                .put(
                        "/api/events/" + event,
                        offer.with("paymentConfig", dearer.build()).json())
                .expect(200);

        Shopper.pays(checkout, "success");

        var paid = ada.looks(checkout);
        assertThat(paid.getString("status")).isEqualTo("completed");
        assertThat(paid.getInt("amount")).isEqualTo(1200);
        assertThat(ada.step()).isEqualTo("watch");
        assertThat(Shopper.at(event).asksForCheckout().expect(201).json().getInt("amount"))
                .isEqualTo(1500);
    }

    @Test
    void kronurAreSoldWholeThoughTheProviderCountsThemInHundredths() {
        var ada = Shopper.at(Shopper.offer(500, "ISK").publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");

        var paid = ada.looks(checkout);

        assertThat(paid.getString("status")).isEqualTo("completed");
        assertThat(paid.getInt("amount")).isEqualTo(500);
        var there = Provider.session(Shopper.session(checkout));
        assertThat(there.getString("currency")).isEqualTo("isk");
        assertThat(there.getInt("amount_total")).isEqualTo(50_000);
    }

    /** As the provider counts them: yen in whole, dinars in thousandths. */
    @ParameterizedTest
    @CsvSource({"500,JPY", "1230,KWD"})
    void moneyWithoutDecimalsAndWithThreeIsSoldAndGivenBack(int price, String currency) {
        var ada = Shopper.at(Shopper.offer(price, currency).publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();
        Shopper.pays(checkout, "success");

        var paid = ada.looks(checkout);

        assertThat(paid.getString("status")).isEqualTo("completed");
        assertThat(paid.getInt("amount")).isEqualTo(price);
        assertThat(paid.getString("currency")).isEqualTo(currency);
        var there = Provider.session(Shopper.session(checkout));
        assertThat(there.getString("currency")).isEqualTo(currency.toLowerCase(Locale.ROOT));
        assertThat(there.getInt("amount_total")).isEqualTo(price);
        assertThat(refund(ada, "{}").getJsonObject("payment").getInt("refundedAmount"))
                .isEqualTo(price);
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

    @Test
    void aRefundThatFailsCallsAPersonAndIsCounted() {
        var before = alerts();
        var ada = Shopper.at(Shopper.offer().publishedBy(organizer));
        var paid = ada.buys();
        refund(ada, "{}");

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
    void aVoucherToZeroNeedsNoCheckout() {
        var code = voucher("{\"percent\": 100, \"limit\": 1}");
        var event = Shopper.offer().publishedBy(organizer);
        var ada = Shopper.at(event, Mailbox.fresh(), Map.of("voucher", code));

        var free = ada.asksForCheckout().expect(200).json();

        assertThat(free.getString("status")).isEqualTo("completed");
        assertThat(ada.step()).isEqualTo("watch");
        var late = Json.createObjectBuilder()
                .add("eventId", event)
                .add("email", Mailbox.fresh().address())
                .add("voucher", code)
                .build();
        assertThat(Whole.onMicro()
                        .http()
                        .post("/api/registrations", late)
                        .expect(400)
                        .text())
                .contains("used_up");
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

    @Test
    void noticesThatNobodySignedAreRefused() {
        var everyone = Whole.onMicro().http();
        var notice = "{\"id\": \"evt_1\", \"object\": \"event\", \"type\": \"checkout.session.completed\"}";

        assertThat(everyone.call("POST", "/api/webhooks/stripe", notice)
                        .expect(400)
                        .errorCode())
                .isEqualTo("bad_signature");
        assertThat(everyone.with("Stripe-Signature", "t=1,v1=00")
                        .call("POST", "/api/webhooks/stripe", notice)
                        .expect(400)
                        .errorCode())
                .isEqualTo("bad_signature");
        assertThat(everyone.with("Stripe-Signature", "t=1,v1=00")
                        .call("POST", "/api/webhooks/stripe", " ".repeat(1_000_001))
                        .expect(413)
                        .errorCode())
                .isEqualTo("too_large");
    }

    @Test
    void pricesThatNobodyCanChargeAreRefused() {
        Shopper.offer(500, "JPY").createdBy(organizer);
        Shopper.offer(1230, "KWD").createdBy(organizer);
        assertThat(refused("1234", "KWD")).contains("not_chargeable", "1230");
        assertThat(refused("49", "USD")).contains("not_chargeable", "50");
        assertThat(refused("10.5", "EUR")).contains("wrong_type");
        assertThat(refused("-100", "EUR")).contains("not_chargeable");
        assertThat(refused("1e309", "EUR")).contains("malformed_json");
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

    private String refused(String price, String currency) {
        var event = Shopper.offer().json().toString();
        var changed = event.replace("\"price\":1200", "\"price\":" + price).replace("\"EUR\"", "\"" + currency + "\"");
        return organizer.call("POST", "/api/events", changed).expect(400).text();
    }

    private JsonObject registration(Shopper shopper) {
        return organizer
                .get("/api/registrations/" + shopper.registration())
                .expect(200)
                .json();
    }

    private JsonObject refund(Shopper shopper, String body) {
        return organizer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", "/api/registrations/" + shopper.registration() + "/refund", body)
                .expect(200)
                .json();
    }

    private JsonObject returns(String event) {
        return organizer.get("/api/events/" + event + "/refunds").expect(200).json();
    }

    private static boolean needsPerson(String payment) {
        return unmatched(payment).stream().anyMatch(item -> "needsPerson".equals(item.getString("why")));
    }

    private static List<JsonObject> unmatched(String payment) {
        return Whole.onMicro()
                .as("analyst")
                .get("/api/payments/reconciliation")
                .expect(200)
                .json()
                .getJsonArray("unmatched")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(item -> payment.equals(item.getString("paymentId", "")))
                .toList();
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

    private String voucher(String terms) {
        return organizer.call("POST", "/api/vouchers", terms).expect(201).json().getString("code");
    }
}
