package foyer.running;

import static foyer.running.Journey.arrives;

import foyer.whole.Called;
import foyer.whole.Door;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Provider;
import foyer.whole.Screen;
import foyer.whole.Shopper;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants a seat, and does what their page and the provider's lead them to. What was not answered can be done once more, and
 * is the same then.
 */
final class Buyer {
    private final Http everyone;
    private final String event;
    private final Mailbox mailbox = Mailbox.fresh();
    /** All that they ever had; they show the last one. */
    private final List<String> vouchers = new ArrayList<>();
    /** What they were led to, by the payment's id. */
    private final Map<String, Begun> begun = new LinkedHashMap<>();
    /** Of the checkout, new where they ask for another one. */
    private String key = UUID.randomUUID().toString();

    private String registration = "";
    private @Nullable Screen screen;
    private String card = "success";
    private boolean hasPaid;

    private record Begun(JsonObject checkout, String voucher) {}

    Buyer(Http everyone, String event, String voucher) {
        this.everyone = everyone;
        this.event = event;
        vouchers.add(voucher);
    }

    /** By which they pay from then on. */
    void takes(String means) {
        card = means;
    }

    /** The checkout that they ask for from then on is another one. */
    void takesAnotherVoucher(String voucher) {
        vouchers.add(voucher);
        key = UUID.randomUUID().toString();
    }

    /** Waits until there is a seat. */
    void registers() {
        arrives("there is a seat for them", this::getsIn);
    }

    private boolean getsIn() {
        var wish = Json.createObjectBuilder(Door.wish(event, mailbox)).add("voucher", voucher());
        var answer = everyone.post("/api/registrations", wish.build());
        if (answer.status() == 429
                || (answer.status() == 409 && answer.errorCode().equals("sold_out"))) {
            return false;
        }
        var joined = answer.expect(201).json();
        registration = joined.getString("registrationId");
        screen = Screen.of(joined.getJsonObject("session"));
        return true;
    }

    /** Answers the payment's id. */
    String buys() {
        var checkout = asksForCheckout();
        if (checkout.getString("status").equals("open")) {
            Shopper.pays(checkout, card);
        }
        hasPaid = true;
        return checkout.getString("paymentId");
    }

    JsonObject asksForCheckout() {
        var body =
                Json.createObjectBuilder().add("registrationId", registration).add("voucher", voucher());
        var answer = answered(
                inTheirName().with("Idempotency-Key", key),
                "/api/payments/checkout",
                body.build().toString());
        var checkout = answer.expect(answer.status() == 200 ? 200 : 201).json();
        begun.put(checkout.getString("paymentId"), new Begun(checkout, voucher()));
        return checkout;
    }

    /** At the provider, for all that they were led to, however long ago; our server hears nothing of it from them. */
    void pays() {
        begun.values().forEach(one -> Shopper.pays(one.checkout(), card));
        hasPaid = true;
    }

    /** They ask their bank for the money; answers the dispute's id. */
    String disputes() {
        return Provider.disputes(begun.values().iterator().next().checkout());
    }

    void looksAt(String payment) {
        inTheirName().get("/api/payments/" + payment).expect(200);
    }

    /** Whether they have been told that they are registered. */
    boolean isIn() {
        return screen != null;
    }

    boolean hasPaid() {
        return hasPaid;
    }

    /** Null: they were never answered that they have one. */
    @Nullable
    Screen screen() {
        return screen;
    }

    /** Empty as long as they have not heard of it. */
    String registration() {
        return registration;
    }

    Mailbox mailbox() {
        return mailbox;
    }

    /** All that they ever had. */
    List<String> vouchers() {
        return List.copyOf(vouchers);
    }

    /** By which they were led to a payment. */
    String voucherOf(String payment) {
        return Objects.requireNonNull(begun.get(payment), payment).voucher();
    }

    private String voucher() {
        return vouchers.get(vouchers.size() - 1);
    }

    // As a page does: who died while answering holds the key for a while.
    static Called answered(Http caller, String path, String body) {
        var answers = new ArrayDeque<Called>();
        arrives("the request is worked on no more", () -> {
            answers.addLast(caller.call("POST", path, body));
            return answers.getLast().status() != 409
                    || !answers.getLast().errorCode().equals("request_in_flight");
        });
        return answers.getLast();
    }

    private Http inTheirName() {
        return everyone.with(
                "Authorization", "Foyer " + Objects.requireNonNull(screen).token());
    }
}
