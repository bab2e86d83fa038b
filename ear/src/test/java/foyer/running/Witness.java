package foyer.running;

import foyer.running.Charge.Bank;
import foyer.whole.Books;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.Provider;
import foyer.whole.Screen;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one buyer's seat from outside: at what the organizer is told, what the provider's ledger says, what the buyer finds
 * among their letters and sees on their screen. Fails where the server is gone, for it is asked first.
 */
final class Witness {
    /** Where a person is called. */
    static final Mailbox ALERTS = new Mailbox("alerts@foyer.example");

    private final Http everyone;
    private final Http organizer;
    private final String event;
    private final Mailbox buyer;

    Witness(Http everyone, Http organizer, String event, Mailbox buyer) {
        this.everyone = everyone;
        this.organizer = organizer;
        this.event = event;
        this.buyer = buyer;
    }

    /**
     * @param free whether there is nothing to pay
     * @param screen the buyer's; null: they were never answered that they have one
     */
    Evidence looks(boolean free, @Nullable Screen screen) {
        var registration = registration();
        var id = id(registration);
        var state = text(registration, "state");
        var ledger = ledger();
        return new Evidence(
                state,
                text(registration, "paymentStatus"),
                free,
                screen != null && mayWatch(screen, state),
                charges(ledger, id),
                of(ledger, "charge", id).filter(charge -> is(charge, "failed")).count(),
                payable(ledger, id));
    }

    /** Empty where nobody has registered. */
    String state() {
        return text(registration(), "state");
    }

    String paymentStatus() {
        return text(registration(), "paymentStatus");
    }

    /** How many checkouts are open that the buyer could pay. */
    long payable() {
        var id = id(registration());
        return payable(ledger(), id);
    }

    List<Charge> charges() {
        var id = id(registration());
        return charges(ledger(), id);
    }

    /** What the buyer was told of their money, in order. */
    List<Told> told() {
        return letters(buyer)
                .flatMap(letter -> Told.by(letter.getString("subject")).stream())
                .sorted()
                .toList();
    }

    /** The texts of the letters that tell the buyer so. */
    List<String> texts(Told told) {
        return letters(buyer)
                .filter(letter -> Told.by(letter.getString("subject")).equals(Optional.of(told)))
                .map(letter -> letter.getString("text"))
                .toList();
    }

    /** How often a person was called for a payment of the buyer's. */
    long alerts() {
        var payments = of(ledger(), "checkout.session", id(registration()))
                .map(session -> mark(session, "paymentId"))
                .toList();
        return letters(ALERTS)
                .filter(letter -> payments.stream().anyMatch(letter.getString("text")::contains))
                .count();
    }

    /** What reconciliation says of the event. */
    List<String> unmatched() {
        return Books.readBy(organizer).told().getJsonArray("unmatched").getValuesAs(JsonObject.class).stream()
                .filter(item -> event.equals(item.containsKey("eventId") ? item.getString("eventId") : soldAt(item)))
                .map(item -> item.getString("why") + " " + item.getOrDefault("needs", JsonValue.EMPTY_JSON_ARRAY) + " "
                        + item.getString("paymentId", ""))
                .toList();
    }

    /** What the provider says that an item is of, which we know nothing of. */
    private static String soldAt(JsonObject item) {
        return mark(Provider.session(item.getString("checkout")), "eventId");
    }

    // A page shows what the registration allows; whether the session is over as well, its screen is told.
    private boolean mayWatch(Screen screen, String state) {
        var flow = everyone.with("Authorization", "Foyer " + screen.token()).get("/api/events/" + event + "/flow");
        return (flow.status() == 200 && flow.json().getString("currentStep").equals("watch"))
                || (state.equals("cancelled") && screen.goesOn(everyone));
    }

    private Optional<JsonObject> registration() {
        return organizer
                .get("/api/events/" + event + "/registrations?email=" + buyer.address())
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .findFirst();
    }

    private static String id(Optional<JsonObject> registration) {
        return text(registration, "registrationId");
    }

    private static String text(Optional<JsonObject> registration, String name) {
        return registration.map(one -> one.getString(name)).orElse("");
    }

    private static JsonObject ledger() {
        return Http.to(Whole.sandbox().url()).get("/stripe/_control/ledger").json();
    }

    private static long payable(JsonObject ledger, String registration) {
        return of(ledger, "checkout.session", registration)
                .filter(session -> is(session, "open"))
                .count();
    }

    private static List<Charge> charges(JsonObject ledger, String registration) {
        return of(ledger, "charge", registration)
                .filter(charge -> is(charge, "succeeded"))
                .map(charge -> new Charge(
                        mark(charge, "paymentId"),
                        charge.getJsonNumber("amount").longValue(),
                        charge.getJsonNumber("amount_refunded").longValue(),
                        bank(ledger, charge.getString("id"))))
                .toList();
    }

    private static Bank bank(JsonObject ledger, String charge) {
        return all(ledger, "dispute")
                .filter(dispute -> charge.equals(dispute.getString("charge")))
                .filter(dispute -> !is(dispute, "won"))
                .findFirst()
                .map(dispute -> is(dispute, "lost") ? Bank.TOOK : Bank.ASKED)
                .orElse(Bank.ASIDE);
    }

    private static Stream<JsonObject> of(JsonObject ledger, String kind, String registration) {
        return all(ledger, kind)
                .filter(one -> !registration.isEmpty() && registration.equals(mark(one, "registrationId")));
    }

    private static Stream<JsonObject> all(JsonObject ledger, String kind) {
        return ledger
                .getOrDefault(kind, JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray()
                .getValuesAs(JsonObject.class)
                .stream();
    }

    private static String mark(JsonObject ofProviders, String name) {
        return ofProviders.getJsonObject("metadata").getString(name, "");
    }

    private static boolean is(JsonObject ofProviders, String status) {
        return status.equals(ofProviders.getString("status"));
    }

    /** Copies of one letter count once: mail servers know them by their id. */
    private static Stream<JsonObject> letters(Mailbox mailbox) {
        return mailbox.letters().stream()
                .collect(Collectors.toMap(
                        letter -> letter.getJsonObject("headers").getString("Message-ID"),
                        letter -> letter,
                        (letter, copy) -> letter))
                .values()
                .stream();
    }
}
