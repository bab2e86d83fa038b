package foyer.bench;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Locale;

/** The page that asks something first: a form as short as most are, and one with a question of every kind. */
record Forms(Ground ground) {
    // The longest texts and the shortest ones.
    private static final List<String> LANGUAGES = List.of("en", "fr");

    void bytes() {
        System.out.println("\nThe page of an event that asks something first");
        measure("name and address", ground.event("email", form(Json.createArrayBuilder(List.of("name", "email")))));
        measure("name, address and a price", ground.event("payment", sold()));
        measure(
                "every kind, and a personal password",
                ground.event(
                        "password",
                        form(everyKind())
                                .add(
                                        "passwordConfig",
                                        Json.createObjectBuilder().add("mode", "personal"))));
    }

    private void measure(String form, String event) {
        for (var language : LANGUAGES) {
            var page = new PageInChromium(ground.server().url() + "/watch/" + event);
            var name = String.format(Locale.ROOT, "KB before play, %s (%s)", form, language);
            ground.bars().atMost(name, page.bytesUntilAsked(language) / 1e3, 15);
        }
    }

    private static JsonObjectBuilder form(JsonArrayBuilder fields) {
        return Json.createObjectBuilder()
                .add("registrationConfig", Json.createObjectBuilder().add("fields", fields));
    }

    private static JsonObjectBuilder sold() {
        var terms = Json.createObjectBuilder().add("price", 1200).add("currency", "EUR");
        return form(Json.createArrayBuilder(List.of("name", "email"))).add("paymentConfig", terms);
    }

    private static JsonArrayBuilder everyKind() {
        var choice = Json.createArrayBuilder(List.of("Musician", "Other"));
        var condition = Json.createObjectBuilder().add("field", "role").add("equals", "Other");
        return Json.createArrayBuilder()
                .add(field("name", "text", "Your name").add("required", true))
                .add(field("email", "email", "Where we write to").add("help", "The link goes there."))
                .add(field("phone", "phone", "Phone"))
                .add(field("born", "date", "Born on").add("max", "2015-12-31"))
                .add(field("guests", "number", "People beside you")
                        .add("min", 0)
                        .add("max", 5))
                .add(field("role", "select", "You are").add("required", true).add("options", choice))
                .add(field("other", "text", "What is it you do?").add("showWhen", condition))
                .add(field("topics", "multiselect", "What interests you")
                        .add("options", Json.createArrayBuilder(List.of("Rooms", "Cables"))))
                .add(field("country", "country", "Where you live"))
                .add(field("remarks", "textarea", "Anything else?"))
                .add(field("news", "checkbox", "Send me the programme"))
                .add(field("terms", "consent", "I agree to the house rules").add("required", true));
    }

    private static JsonObjectBuilder field(String name, String type, String label) {
        return Json.createObjectBuilder().add("name", name).add("type", type).add("label", label);
    }
}
