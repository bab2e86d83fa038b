package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Beside;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a seat that costs something to the picture, over HTTP. */
@Beside
class BuyingIT {
    private static final int TABS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
        assertThat(ada.registrationSeenBy(organizer).getString("paymentStatus")).isEqualTo("completed");
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
    void whoRepeatsTheCallWithoutTheTokenIsAnsweredNothing() {
        var event = Shopper.offer().publishedBy(organizer);
        var ada = Shopper.at(event);
        var eve = Shopper.at(event);
        var key = UUID.randomUUID().toString();
        var body = Json.createObjectBuilder()
                .add("registrationId", ada.registration())
                .build();
        var first = repeated(ada.own(), key, body).expect(201).json();

        assertThat(repeated(ada.own(), key, body).expect(201).json()).isEqualTo(first);
        repeated(Whole.onMicro().http(), key, body).expect(401);
        repeated(eve.own(), key, body).expect(404);
        organizer.post("/api/registrations/" + ada.registration() + "/revoke").expect(200);
        repeated(ada.own(), key, body).expect(401);
    }

    private static Called repeated(Http caller, String key, JsonObject body) {
        return caller.with("Idempotency-Key", key).post("/api/payments/checkout", body);
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
        assertThat(ada.registrationSeenBy(organizer).getString("paymentStatus")).isEqualTo("failed");
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

    private String voucher(String terms) {
        return organizer.call("POST", "/api/vouchers", terms).expect(201).json().getString("code");
    }
}
