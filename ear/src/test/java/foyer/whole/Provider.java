package foyer.whole;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/** The stand-in for the payment provider: made to fail, and to show what it has. Whoever changed it lets it be well again. */
public final class Provider {
    private static final String CONTROL = "/stripe/_control";
    private static final String CLOSING = "checkout.sessions.expire";

    private Provider() {}

    /** Sends no notices, and will not make up for them. */
    public static void tellsNobody() {
        webhooks("off");
    }

    /**
     * Nobody hears of anything by asking what has happened: who learns of a payment was told, or asked about this one.
     */
    public static void hidesItsJournal() {
        fails("events.list", "before", 0);
    }

    /** Checkouts stay open, whoever asks to close them. */
    public static void closesNothing() {
        fails(CLOSING, "before", 0);
    }

    /** How often it was asked to, since it does not. */
    public static int askedToClose() {
        return asked(CLOSING);
    }

    /**
     * @param operation as the provider's libraries name it
     * @param effect as the sandbox's README has them
     */
    public static void fails(String operation, String effect, int seconds) {
        var fault = Json.createObjectBuilder()
                .add("operation", operation)
                .add("effect", effect)
                .add("count", 10_000)
                .add("seconds", seconds)
                .build();
        sandbox().put(CONTROL + "/faults", fault).expect(200);
    }

    /** Counts from now on how often it is asked for something, and answers as ever. */
    public static void counts(String operation) {
        var late = Json.createObjectBuilder()
                .add("operation", operation)
                .add("effect", "delay")
                .add("count", 1_000_000)
                .add("seconds", 0.001)
                .build();
        sandbox().put(CONTROL + "/faults", late).expect(200);
    }

    /** How often that was, since it is counted. */
    public static int asked(String operation) {
        return sandbox()
                .get(CONTROL + "/faults")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(counted -> operation.equals(counted.getString("operation")))
                .findFirst()
                .orElseThrow()
                .getInt("hits");
    }

    public static void isWell() {
        sandbox().delete(CONTROL + "/faults");
        webhooks("normal");
    }

    /** The checkout as the provider has it by now. */
    public static JsonObject session(String id) {
        return all("checkout.session").stream()
                .filter(session -> session.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** What it would tell of the checkout, once it is paid. */
    public static JsonObject eventOf(JsonObject checkout) {
        return all("event").stream()
                .filter(event -> event.getString("type").equals("checkout.session.completed"))
                .filter(event -> event.getJsonObject("data")
                        .getJsonObject("object")
                        .getString("id")
                        .equals(Shopper.session(checkout)))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Another shop, or another tool of ours, sells something of its own there for five euros, and is paid; answers the session.
     *
     * @param key of its account: every {@code sk_test_…} is of ours, but for {@code sk_test_other…}
     * @param reference what it calls its order, which may be what we call one of our payments
     */
    public static String sellsPastUs(String key, String reference) {
        var order = "mode=payment&success_url=https%3A%2F%2Fshop.example%2Fthanks&client_reference_id=" + reference
                + "&line_items[0][quantity]=1&line_items[0][price_data][currency]=eur"
                + "&line_items[0][price_data][unit_amount]=500"
                + "&line_items[0][price_data][product_data][name]=A%20mug";
        var session = sandbox()
                .with("Authorization", "Bearer " + key)
                .with("Content-Type", "application/x-www-form-urlencoded")
                .call("POST", "/stripe/v1/checkout/sessions", BodyPublishers.ofString(order))
                .expect(200)
                .json()
                .getString("id");
        var card = Json.createObjectBuilder().add("card", "success").build();
        sandbox().post(CONTROL + "/sessions/" + session + "/pay", card).expect(200);
        return session;
    }

    /** The payer asks their bank for the money; answers the dispute's id. */
    public static String disputes(JsonObject checkout) {
        return sandbox()
                .post(CONTROL + "/sessions/" + Shopper.session(checkout) + "/dispute")
                .expect(200)
                .json()
                .getString("id");
    }

    /** The same of a part, in Stripe's units. */
    public static String disputes(JsonObject checkout, long part) {
        return sandbox()
                .post(
                        CONTROL + "/sessions/" + Shopper.session(checkout) + "/dispute",
                        Json.createObjectBuilder().add("amount", part).build())
                .expect(200)
                .json()
                .getString("id");
    }

    /** The bank has decided. */
    public static void decides(String dispute, boolean won) {
        var how = Json.createObjectBuilder().add("won", won ? JsonValue.TRUE : JsonValue.FALSE);
        sandbox().post(CONTROL + "/disputes/" + dispute + "/close", how.build()).expect(200);
    }

    /** How often somebody was charged for an event. */
    public static long charges(String event) {
        return charged(event).size();
    }

    /** Each charge for an event, as the provider has it by now. */
    public static List<JsonObject> charged(String event) {
        return all("charge").stream()
                .filter(charge -> event.equals(charge.getJsonObject("metadata").getString("eventId", "")))
                .filter(charge -> charge.getString("status").equals("succeeded"))
                .toList();
    }

    /** All that was asked to be given back of an event, the oldest first. */
    public static List<JsonObject> refunds(String event) {
        return all("refund").stream()
                .filter(refund -> event.equals(refund.getJsonObject("metadata").getString("eventId", "")))
                .toList();
    }

    /** Somebody gives all of it back there, and not by us. */
    public static void givesBack(JsonObject checkout) {
        var order = "payment_intent=" + session(Shopper.session(checkout)).getString("payment_intent");
        sandbox()
                .with("Authorization", "Bearer sk_test_foyer")
                .with("Content-Type", "application/x-www-form-urlencoded")
                .call("POST", "/stripe/v1/refunds", BodyPublishers.ofString(order))
                .expect(200);
    }

    /** What was given back last of a payment of ours does not reach its payer. */
    public static void lastRefundFails(String payment) {
        var refund = all("refund").stream()
                .filter(given -> payment.equals(given.getJsonObject("metadata").getString("paymentId", "")))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var how = Json.createObjectBuilder().add("succeeded", JsonValue.FALSE);
        sandbox()
                .post(CONTROL + "/refunds/" + refund.getString("id") + "/finish", how.build())
                .expect(200);
    }

    /** Money of a method that takes its time comes, or does not. */
    public static void settles(String session, boolean paid) {
        var how = Json.createObjectBuilder().add("paid", paid ? JsonValue.TRUE : JsonValue.FALSE);
        sandbox()
                .post(CONTROL + "/sessions/" + session + "/settle", how.build())
                .expect(200);
    }

    private static List<JsonObject> all(String kind) {
        return sandbox()
                .get(CONTROL + "/ledger")
                .expect(200)
                .json()
                .getJsonArray(kind)
                .getValuesAs(JsonObject.class);
    }

    private static void webhooks(String mode) {
        var wanted = Json.createObjectBuilder().add("mode", mode).build();
        sandbox().put(CONTROL + "/webhooks", wanted).expect(200);
    }

    private static Http sandbox() {
        return Http.to(Whole.sandbox().url());
    }
}
