package foyer.running;

import foyer.launch.Await;
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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The only seat of an event, on its way from the door to the refund, and what is to be seen of it afterwards from outside:
 * what the provider's ledger says, what the organizer is told, and what the buyer finds among their letters.
 */
final class Sale {
    /** A node that died holding the lease of reconciliation keeps others waiting for two minutes. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private final Http everyone;
    private final Http organizer;
    private final Mailbox buyer = Mailbox.fresh();
    private final String key = UUID.randomUUID().toString();
    private final String voucher;
    private final String event;
    private @Nullable Http own;
    private String registration = "";

    /** An event and a voucher, of which nobody knows yet. */
    Sale(Http everyone, Http organizer) {
        this.everyone = everyone;
        this.organizer = organizer;
        this.voucher = organizer
                .call("POST", "/api/vouchers", "{\"percent\": 25, \"limit\": 1}")
                .expect(201)
                .json()
                .getString("code");
        this.event = Shopper.offer().with("capacity", Json.createValue(1)).publishedBy(organizer);
    }

    /** Somebody buys the seat, looks whether it is theirs, and gets their money back from the organizer. */
    void boughtAndReturned() {
        registers();
        var payment = buys();
        inTheirName().get("/api/payments/" + payment).expect(200);
        arrives("it is known to be paid", this::isSold);
        organizer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", "/api/registrations/" + registration + "/refund", "{}")
                .expect(200);
        arrives("the money is back", () -> returned() > 0 && "cancelled".equals(state()));
    }

    /** Somebody pays and is seen no more. */
    void boughtByWhoNeverCameBack() {
        registers();
        buys();
        arrives("it is known to be paid", this::isSold);
    }

    /** The same, without looking what comes of it. */
    void paid() {
        registers();
        buys();
    }

    /** Somebody goes to the provider's page, and no further. */
    void left() {
        registers();
        asksForCheckout();
    }

    boolean isSold() {
        return "confirmed".equals(state());
    }

    /** Who has a seat that is not paid yet asks for the checkout once more, as their page does, and pays. */
    void goesOnWherePaymentIsDue() {
        if (own != null && "held".equals(state())) {
            buys();
            arrives("it is known to be paid", this::isSold);
        }
    }

    /** Empty where money, seat and right agree and everything is told once; else what does not. */
    String fault() {
        var paid = charges("amount");
        var keeps = paid - returned();
        var state = state();
        if (keeps > 0 != state.equals("confirmed")) {
            return "kept %d of %d for a seat that is %s".formatted(keeps, paid, state);
        }
        var status = paid == 0 ? "pending" : keeps > 0 ? "completed" : "refunded";
        if (!state.isEmpty() && !status.equals(registrations().get(0).getString("paymentStatus"))) {
            return "kept %d of %d and not called %s".formatted(keeps, paid, status);
        }
        if (!unmatched().isEmpty()) {
            return "unmatched: " + unmatched();
        }
        if (letters("Paid") != (paid > 0 ? 1 : 0)) {
            return "paid %d, and receipts: %d".formatted(paid, letters("Paid"));
        }
        return letters("Money back") == (returned() > 0 ? 1 : 0)
                ? ""
                : "returned %d, and letters of it: %d".formatted(returned(), letters("Money back"));
    }

    /** Whether somebody else gets the seat, which they take. */
    boolean isFree() {
        var answer = everyone.post("/api/registrations", Door.wish(event, Mailbox.fresh()));
        return answer.status() != 409 && answer.expect(201).status() == 201;
    }

    /** Whether it is kept for its buyer, paid or not. */
    boolean isTaken() {
        return List.of("held", "confirmed").contains(state());
    }

    private void registers() {
        var wish = Json.createObjectBuilder(Door.wish(event, buyer)).add("voucher", voucher);
        var joined =
                everyone.post("/api/registrations", wish.build()).expect(201).json();
        registration = joined.getString("registrationId");
        own = everyone.with(
                "Authorization", "Foyer " + joined.getJsonObject("session").getString("sessionToken"));
    }

    /** Answers the payment's id. */
    private String buys() {
        var checkout = asksForCheckout();
        if (checkout.getString("status").equals("open")) {
            Shopper.pays(checkout, "success");
        }
        return checkout.getString("paymentId");
    }

    private JsonObject asksForCheckout() {
        var body =
                Json.createObjectBuilder().add("registrationId", registration).add("voucher", voucher);
        var own = inTheirName().with("Idempotency-Key", key);
        var answers = new ArrayDeque<Called>();
        // As a page does: who died while answering holds the key for a while.
        arrives("the request is worked on no more", () -> {
            answers.addLast(own.post("/api/payments/checkout", body.build()));
            return answers.getLast().status() != 409
                    || !answers.getLast().errorCode().equals("request_in_flight");
        });
        var answer = answers.getLast();
        return answer.expect(answer.status() == 200 ? 200 : 201).json();
    }

    private Http inTheirName() {
        return Objects.requireNonNull(own);
    }

    /** Copies of one letter count once: mail servers know them by their id. */
    private long letters(String subject) {
        return buyer.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith(subject))
                .map(letter -> letter.getJsonObject("headers").getString("Message-ID"))
                .distinct()
                .count();
    }

    private long returned() {
        return charges("amount_refunded");
    }

    private long charges(String sum) {
        var ledger =
                Http.to(Whole.sandbox().url()).get("/stripe/_control/ledger").json();
        return ledger.getJsonArray("charge").getValuesAs(JsonObject.class).stream()
                .filter(charge -> event.equals(charge.getJsonObject("metadata").getString("eventId", "")))
                .filter(charge -> charge.getString("status").equals("succeeded"))
                .mapToLong(charge -> charge.getJsonNumber(sum).longValue())
                .sum();
    }

    private List<JsonObject> unmatched() {
        var balance = organizer.get("/api/payments/reconciliation").expect(200).json();
        return balance.getJsonArray("unmatched").getValuesAs(JsonObject.class).stream()
                .filter(item -> event.equals(item.containsKey("eventId") ? item.getString("eventId") : soldAt(item)))
                .toList();
    }

    /** What the provider says that an item is of, which we know nothing of. */
    private static String soldAt(JsonObject item) {
        return Provider.session(item.getString("checkout"))
                .getJsonObject("metadata")
                .getString("eventId", "");
    }

    /** Empty where nobody has registered. */
    private String state() {
        return registrations().stream()
                .map(one -> one.getString("state"))
                .findFirst()
                .orElse("");
    }

    private List<JsonObject> registrations() {
        return organizer
                .get("/api/events/" + event + "/registrations?email=" + buyer.address())
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static void arrives(String what, BooleanSupplier condition) {
        if (!Await.until(SOON, condition)) {
            throw new AssertionError("Not in time: " + what);
        }
    }
}
