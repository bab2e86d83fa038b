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
 * A seat of an event, the only one where nothing else is said, on its way from the door to the refund, and what is to be seen
 * of it afterwards from outside: what the provider's ledger says, what the organizer is told, and what the buyer finds among
 * their letters.
 */
final class Sale {
    /** A node that died holding the lease of reconciliation keeps others waiting for two minutes. */
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final int A_QUARTER = 25;
    private static final int ALL = 100;
    private static final long A_PART = 300;
    private static final String ALL_OF_IT = "{}";

    private final Http everyone;
    private final Http organizer;
    private final Mailbox buyer = Mailbox.fresh();
    private final String refundKey = UUID.randomUUID().toString();
    private final int percent;
    private final String event;
    private String voucher;
    /** Of the checkout, new where they ask for another one. */
    private String key = UUID.randomUUID().toString();

    private @Nullable Http own;
    private List<String> leftVouchers = List.of();
    private String registration = "";
    /** What the organizer was asked to give back, as the body of the call; empty: nothing. */
    private String order = "";

    /** An event and a voucher that takes off a quarter, of which nobody knows yet. */
    Sale(Http everyone, Http organizer) {
        this(aSeat(organizer), A_QUARTER, everyone, organizer);
    }

    private Sale(String event, int percent, Http everyone, Http organizer) {
        this.everyone = everyone;
        this.organizer = organizer;
        this.percent = percent;
        this.event = event;
        this.voucher = aVoucher();
    }

    private String aVoucher() {
        return organizer
                .call("POST", "/api/vouchers", "{\"percent\": " + percent + ", \"limit\": 1}")
                .expect(201)
                .json()
                .getString("code");
    }

    /** The same, by a voucher that takes off all of it. */
    static Sale forNothing(Http everyone, Http organizer) {
        return new Sale(aSeat(organizer), ALL, everyone, organizer);
    }

    /** One of the seats of an event that there is already. */
    static Sale of(String event, Http everyone, Http organizer) {
        return new Sale(event, A_QUARTER, everyone, organizer);
    }

    private static String aSeat(Http organizer) {
        return Shopper.offer().with("capacity", Json.createValue(1)).publishedBy(organizer);
    }

    /** Somebody buys the seat, looks whether it is theirs, and gets their money back from the organizer. */
    void boughtAndReturned() {
        registers();
        var payment = buys();
        inTheirName().get("/api/payments/" + payment).expect(200);
        arrives("it is known to be paid", this::isSold);
        getsBack(ALL_OF_IT);
    }

    /** The organizer gives a part of it back, and the buyer keeps the seat. */
    void partlyReturned() {
        getsBack("{\"amount\": " + A_PART + "}");
    }

    /** Somebody has a voucher for all of it: there is nothing to pay. */
    void givenAway() {
        registers();
        buys();
        arrives("it is theirs", this::isSold);
    }

    /** Somebody pays and is seen no more. */
    void boughtByWhoNeverCameBack() {
        registers();
        buys();
        arrives("it is known to be paid", this::isSold);
    }

    /** Somebody goes to the provider's page, comes back for another voucher, and pays with that one. */
    void boughtWithAnotherVoucher() {
        registers();
        asksForCheckout();
        leftVouchers = List.of(voucher);
        voucher = aVoucher();
        key = UUID.randomUUID().toString();
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

    /**
     * Who has a seat that is not paid yet asks for the checkout once more, as their page does, and pays; who ordered money back
     * and was not answered orders it again under the same key, and nothing more goes back for that.
     */
    void goesOn() {
        if (own != null && "held".equals(state())) {
            buys();
            arrives("it is known to be paid", this::isSold);
        }
        if (!order.isEmpty()) {
            getsBack(order);
        }
    }

    private void getsBack(String wanted) {
        order = wanted;
        answered(organizer.with("Idempotency-Key", refundKey), "/api/registrations/" + registration + "/refund", wanted)
                .expect(200);
        arrives("the money is back", () -> wanted.equals(ALL_OF_IT) ? isReturned() : isSold() && returned() == A_PART);
    }

    /** Whether all of it is back, and the seat with it. Fails where the server is gone, for it is asked first. */
    boolean isReturned() {
        return "cancelled".equals(state()) && returned() > 0 && returned() == charges("amount");
    }

    /** Empty where money, seat and right agree and everything is told once; else what does not. */
    String fault() {
        var paid = charges("amount");
        var keeps = paid - returned();
        var state = state();
        var given = percent == ALL && state.equals("confirmed");
        if ((keeps > 0 || given) != state.equals("confirmed")) {
            return "kept %d of %d for a seat that is %s".formatted(keeps, paid, state);
        }
        var status = keeps > 0 || given ? "completed" : paid == 0 ? "pending" : "refunded";
        if (!state.isEmpty() && !status.equals(registrations().get(0).getString("paymentStatus"))) {
            return "kept %d of %d and not called %s".formatted(keeps, paid, status);
        }
        if (!unmatched().isEmpty()) {
            return "unmatched: " + unmatched();
        }
        if (letters("Paid") != (paid > 0 || given ? 1 : 0)) {
            return "paid %d, and receipts: %d".formatted(paid, letters("Paid"));
        }
        if (!order.isEmpty() && !order.equals(ALL_OF_IT) && returned() > A_PART) {
            return "returned %d, ordered were %s".formatted(returned(), order);
        }
        if (state.equals("confirmed") != (uses(voucher) == 1) && (paid > 0 || given)) {
            return "a seat that is %s has used its voucher %d times".formatted(state, uses(voucher));
        }
        if (state.equals("confirmed") && leftVouchers.stream().anyMatch(left -> uses(left) > 0)) {
            return "a voucher is used up that nobody has paid with";
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
        var answer = answered(
                inTheirName().with("Idempotency-Key", key),
                "/api/payments/checkout",
                body.build().toString());
        return answer.expect(answer.status() == 200 ? 200 : 201).json();
    }

    // As a page does: who died while answering holds the key for a while.
    private static Called answered(Http caller, String path, String body) {
        var answers = new ArrayDeque<Called>();
        arrives("the request is worked on no more", () -> {
            answers.addLast(caller.call("POST", path, body));
            return answers.getLast().status() != 409
                    || !answers.getLast().errorCode().equals("request_in_flight");
        });
        return answers.getLast();
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
                .filter(charge -> !registration.isEmpty()
                        && registration.equals(charge.getJsonObject("metadata").getString("registrationId", "")))
                .filter(charge -> charge.getString("status").equals("succeeded"))
                .mapToLong(charge -> charge.getJsonNumber(sum).longValue())
                .sum();
    }

    private int uses(String code) {
        return organizer.get("/api/vouchers/" + code).expect(200).json().getInt("uses");
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
