package foyer.browser;

import static foyer.whole.EventFixture.anEvent;

import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;

/** Events with something before the picture, one for each way in. */
final class Offers {
    static final String SHARED_PASSWORD = "open sesame, please";

    static final String THANKS = "Thank you, see you there!";

    private Offers() {}

    static EventFixture byMail() {
        return guarded("email").with("registrationConfig", form());
    }

    static EventFixture bySharedPassword() {
        var terms = Json.createObjectBuilder().add("mode", "shared").add("password", SHARED_PASSWORD);
        return guarded("password").with("passwordConfig", terms.build());
    }

    static EventFixture byPersonalPassword() {
        var terms = Json.createObjectBuilder().add("mode", "personal");
        return guarded("password").with("passwordConfig", terms.build()).with("registrationConfig", form());
    }

    static EventFixture byPayment() {
        var terms = Json.createObjectBuilder().add("price", 1200).add("currency", "EUR");
        return guarded("payment").with("paymentConfig", terms.build());
    }

    /** The organizer agrees to each one; nothing has to be proven. */
    static EventFixture byApproval() {
        return guarded("email")
                .with("verifyEmail", JsonValue.FALSE)
                .with(
                        "registrationConfig",
                        Json.createObjectBuilder().add("approval", true).build());
    }

    /** There is one seat, and somebody has it; others wait, or are sent away. */
    static String full(boolean waitingList) {
        var event = published(withOneSeat(waitingList));
        takeTheSeatOf(event);
        return event;
    }

    static EventFixture withOneSeat(boolean waitingList) {
        return guarded("email")
                .with("capacity", Json.createValue(1))
                .with("waitingList", waitingList ? JsonValue.TRUE : JsonValue.FALSE)
                .with("registrationConfig", thanking());
    }

    static void takeTheSeatOf(String event) {
        takeTheSeatOf(event, Mailbox.fresh());
    }

    static void takeTheSeatOf(String event, Mailbox whose) {
        var first = Json.createObjectBuilder().add("eventId", event).add("email", whose.address());
        Whole.onMicro().http().post("/api/registrations", first.build()).expect(201);
    }

    /** Their seats are free for those who wait. */
    static void endThoseWithSeats(String event) {
        var organizer = Whole.onMicro().as("organizer");
        var seated = organizer.get("/api/events/" + event + "/registrations?state=held");
        for (JsonValue one : seated.expect(200).json().getJsonArray("items")) {
            organizer
                    .delete("/api/registrations/" + one.asJsonObject().getString("registrationId"))
                    .expect(204);
        }
    }

    static void approveAll(String event) {
        ofAll(event, "approve");
    }

    static void revokeAll(String event) {
        ofAll(event, "revoke");
    }

    private static void ofAll(String event, String call) {
        var organizer = Whole.onMicro().as("organizer");
        var registrations = organizer.get("/api/events/" + event + "/registrations");
        for (JsonValue one : registrations.expect(200).json().getJsonArray("items")) {
            var id = one.asJsonObject().getString("registrationId");
            organizer.post("/api/registrations/" + id + "/" + call).expect(200);
        }
    }

    /** People register from, or until, a moment in the event's zone. */
    static EventFixture within(String edge, String moment) {
        var window = Json.createObjectBuilder().add(edge, moment);
        return guarded("email").with("registrationConfig", window.build());
    }

    static String published(EventFixture event) {
        return event.publishedBy(Whole.onMicro().as("organizer"));
    }

    private static JsonObject thanking() {
        return Json.createObjectBuilder()
                .add("customization", Json.createObjectBuilder().add("thankYou", THANKS))
                .build();
    }

    /** Every kind of question there is. */
    static JsonObject form() {
        return Json.createObjectBuilder()
                .add(
                        "fields",
                        Json.createArrayBuilder()
                                .add(field("name", "text", "Your name").add("required", true))
                                .add(field("email", "email", "Where we write to")
                                        .add("help", "The link goes there."))
                                .add(field("phone", "phone", "Phone"))
                                .add(field("born", "date", "Born on").add("max", "2015-12-31"))
                                .add(field("guests", "number", "People beside you")
                                        .add("min", 0)
                                        .add("max", 5))
                                .add(field("role", "select", "You are")
                                        .add("required", true)
                                        .add("options", Json.createArrayBuilder(List.of("Musician", "Other"))))
                                .add(field("other", "text", "What is it you do?")
                                        .add("required", true)
                                        .add(
                                                "showWhen",
                                                Json.createObjectBuilder()
                                                        .add("field", "role")
                                                        .add("equals", "Other")))
                                .add(field("topics", "multiselect", "What interests you")
                                        .add("options", Json.createArrayBuilder(List.of("Rooms", "Cables"))))
                                .add(field("country", "country", "Where you live"))
                                .add(field("remarks", "textarea", "Anything else?"))
                                .add(field("news", "checkbox", "Send me the programme"))
                                .add(field("terms", "consent", "I agree to the house rules")
                                        .add("required", true)))
                .add(
                        "customization",
                        Json.createObjectBuilder()
                                .add("primaryColor", "#e2b714")
                                .add("submitLabel", "Count me in")
                                .add("intro", "Fifty seats. Bring your own headphones.")
                                .add("thankYou", THANKS))
                .build();
    }

    /** With answers to all that the form requires. */
    static Visitor filledIn(Visitor visitor, String address) {
        return visitor.answer("register", "userData.name", "Ada Lovelace")
                .answer("register", "email", address)
                .choose("register", "userData.role", "Musician")
                .tick("register", "userData.terms");
    }

    private static EventFixture guarded(String authType) {
        return anEvent()
                .titled("Workshop: sound for small stages")
                .with("authType", authType)
                .with("description", "A day on microphones, rooms and cables.")
                .embeddedBy(Whole.sandbox().url());
    }

    private static JsonObjectBuilder field(String name, String type, String label) {
        return Json.createObjectBuilder().add("name", name).add("type", type).add("label", label);
    }
}
