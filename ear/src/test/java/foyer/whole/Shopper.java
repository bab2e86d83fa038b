package foyer.whole;

import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Somebody who buys a seat over HTTP, and pays at the stand-in for the payment provider.
 *
 * @param own calls that carry their session
 * @param mailbox where their letters go
 * @param registration the id of what they registered
 * @param screen on which they pay, and watch what they paid for
 */
public record Shopper(Http own, Mailbox mailbox, String event, String registration, Screen screen) {

    /** Registered for an event that costs something and asks for no proof of the address. */
    public static Shopper at(String event) {
        return at(event, Mailbox.fresh(), Map.of());
    }

    public static Shopper at(String event, Mailbox mailbox, Map<String, String> more) {
        return at(Whole.onMicro().http(), event, mailbox, more);
    }

    /** @param everyone calls of the server that has the event */
    public static Shopper at(Http everyone, String event) {
        return at(everyone, event, Mailbox.fresh(), Map.of());
    }

    private static Shopper at(Http everyone, String event, Mailbox mailbox, Map<String, String> more) {
        var body = Json.createObjectBuilder().add("eventId", event).add("email", mailbox.address());
        more.forEach(body::add);
        var joined =
                everyone.post("/api/registrations", body.build()).expect(201).json();
        var screen = Screen.of(joined.getJsonObject("session"));
        return new Shopper(
                everyone.with("Authorization", "Foyer " + screen.token()),
                mailbox,
                event,
                joined.getString("registrationId"),
                screen);
    }

    /** A paid event that asks for no proof: twelve euros. */
    public static EventFixture offer() {
        return offer(1200, "EUR");
    }

    public static EventFixture offer(long price, String currency) {
        return offer(Json.createObjectBuilder().add("price", price).add("currency", currency));
    }

    /** The same as {@link #offer()}, where whoever asks their bank for the money has lost the seat. */
    public static EventFixture offerEndedByDisputes() {
        return offer(Json.createObjectBuilder()
                .add("price", 1200)
                .add("currency", "EUR")
                .add("onDispute", "revoke"));
    }

    private static EventFixture offer(JsonObjectBuilder terms) {
        return EventFixture.anEvent()
                .with("authType", "payment")
                .with("verifyEmail", JsonValue.FALSE)
                .with("paymentConfig", terms.build());
    }

    public Called asksForCheckout() {
        return asksForCheckout(Map.of());
    }

    public Called asksForCheckout(Map<String, String> more) {
        var body = Json.createObjectBuilder().add("registrationId", registration);
        more.forEach(body::add);
        return own.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments/checkout", body.build());
    }

    /** With the card of this name, as the sandbox's README has them. */
    public static JsonObject pays(JsonObject checkout, String card) {
        return Http.to(Whole.sandbox().url())
                .post(
                        "/stripe/_control/sessions/" + session(checkout) + "/pay",
                        Json.createObjectBuilder().add("card", card).build())
                .expect(200)
                .json();
    }

    /** Another amount than was asked for, as if somebody had changed it at the provider. */
    public static void paysAnother(JsonObject checkout, long amount) {
        Http.to(Whole.sandbox().url())
                .post(
                        "/stripe/_control/sessions/" + session(checkout) + "/pay",
                        Json.createObjectBuilder().add("amount", amount).build())
                .expect(200);
    }

    /** The provider's name of the checkout, which stands at the end of its address. */
    public static String session(JsonObject checkout) {
        return checkout.getString("checkoutUrl").replaceFirst(".*/", "").replaceFirst("[?#].*", "");
    }

    /** How the payment stands. */
    public JsonObject looks(JsonObject checkout) {
        return own.get("/api/payments/" + checkout.getString("paymentId"))
                .expect(200)
                .json();
    }

    /** Buys the seat, from the checkout to the moment when it is known to be paid; answers how it stands then. */
    public JsonObject buys() {
        var checkout = asksForCheckout().expect(201).json();
        pays(checkout, "success");
        return looks(checkout);
    }

    /** Their registration, with what only its organizer may know. */
    public JsonObject registrationSeenBy(Http organizer) {
        return organizer.get("/api/registrations/" + registration).expect(200).json();
    }

    /** @param body how much of the money goes back, {@code {"amount": …}}; {@code {}}: all of it */
    public JsonObject refundedBy(Http organizer, String body) {
        return organizer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", "/api/registrations/" + registration + "/refund", body)
                .expect(200)
                .json();
    }

    /**
     * Gives all of it back, and counts the receipts that have come by the time that the letter is there which says so: it was
     * written after them, and can wait as long.
     */
    public long receiptsUntilTheMoneyIsBack(Http organizer) {
        arrives("Paid:");
        refundedBy(organizer, "{}");
        arrives("Money back for");
        return letters("Paid:");
    }

    private void arrives(String subject) {
        if (!Await.until(Duration.ofSeconds(30), () -> letters(subject) > 0)) {
            throw new AssertionError("There came no letter: " + subject);
        }
    }

    private long letters(String subject) {
        return mailbox.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith(subject))
                .count();
    }

    public String step() {
        return own.get("/api/events/" + event + "/flow").expect(200).json().getString("currentStep");
    }
}
