package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people answer in the page is what organizers read. */
@Beside
class FilledInFormIT {
    private static final String TERMS = "userData.terms";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void theAnswerToEveryKindOfQuestionIsKept() {
        var ada = Mailbox.fresh();
        var event = Offers.published(Offers.byMail());
        var visitor = Visitor.inPartnersPage(DEVICES.onPhone(), event, "all-questions")
                .at("register")
                .answer("register", "userData.name", "Ada Lovelace")
                .answer("register", "email", ada.address())
                .answer("register", "userData.phone", "+43 1 234567")
                .answer("register", "userData.born", "1990-05-01")
                .answer("register", "userData.guests", "3")
                .choose("register", "userData.role", "Other")
                .answer("register", "userData.other", "Lighting")
                .choose("register", "userData.country", "AT")
                .answer("register", "userData.remarks", "Two\nlines")
                .tick("register", "userData.news")
                .tick("register", TERMS);
        visitor.frame().locator("[name='userData.topics'][value='Cables']").check();
        var read = versionIn(visitor);

        visitor.send("register").at("verify");

        var answers = answersOf(event);
        assertThat(answers.getJsonObject("terms")).isEqualTo(agreed(read, "I agree to the house rules"));
        assertThat(Json.createObjectBuilder(answers).remove("terms").build()).isEqualTo(given(ada));
    }

    @Test
    void whoReadWordsThatChangedMeanwhileAgreesToNothingBeforeTheyReadTheNewOnes() {
        var organizer = Whole.onMicro().as("organizer");
        var planned = anEvent().with("authType", "email");
        var event = asking(planned, "I may be filmed").publishedBy(organizer);
        var page = DEVICES.onPhone();
        var visitor = Visitor.onItsPage(page, event, "consent-changed").at("register");
        var read = versionIn(visitor);

        planned = asking(planned, "I may be filmed, and shown on the web");
        var path = "/api/events/" + event;
        organizer
                .with("If-Match", organizer.get(path).expect(200).header("ETag"))
                .put(path, planned.json())
                .expect(200);

        agree(visitor).alert("register");
        assertThat(visitor.wrong("register", TERMS)).startsWith("These words were changed meanwhile.");
        assertThat(registrationsOf(event)).isEmpty();

        var now = versionIn(visitor.reload().at("register"));
        agree(visitor).at("verify");
        assertThat(now).isNotEqualTo(read);
        assertThat(answersOf(event).getJsonObject("terms"))
                .isEqualTo(agreed(now, "I may be filmed, and shown on the web"));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndGoesAsItIsMended() {
        var page = DEVICES.onPhone();
        var asked = new ArrayList<String>();
        page.onRequest(request -> asked.add(request.url()));
        var visitor = Visitor.onItsPage(page, Offers.published(Offers.byMail()), "all-wrong")
                .at("register")
                .answer("register", "email", "ada@example")
                .answer("register", "userData.phone", "call me")
                .answer("register", "userData.born", "2020-01-01")
                .answer("register", "userData.guests", "9");

        visitor.send("register").alert("register");

        assertThat(visitor.wrong("register", "userData.name")).isEqualTo("Please fill this in.");
        assertThat(visitor.wrong("register", "email")).contains("no email address");
        assertThat(visitor.wrong("register", "userData.phone")).contains("no telephone number");
        assertThat(visitor.wrong("register", "userData.born"))
                .isEqualTo("Please enter December 31, 2015 or an earlier date.");
        assertThat(visitor.wrong("register", "userData.guests")).isEqualTo("Please stay between 0 and 5.");
        assertThat(asked).noneMatch(url -> url.endsWith("/api/registrations"));

        visitor.answer("register", "userData.guests", "5");
        visitor.nothingIsWrong("register", "userData.guests");
        assertThat(visitor.control("register", "userData.guests").getAttribute("aria-invalid"))
                .isNull();
        assertThat(visitor.wrong("register", "userData.phone")).isNotEmpty();
    }

    private static JsonObject given(Mailbox ada) {
        return Json.createObjectBuilder()
                .add("name", "Ada Lovelace")
                .add("email", ada.address())
                .add("phone", "+43 1 234567")
                .add("born", "1990-05-01")
                .add("guests", 3)
                .add("role", "Other")
                .add("other", "Lighting")
                .add("topics", Json.createArrayBuilder().add("Cables"))
                .add("country", "AT")
                .add("remarks", "Two\nlines")
                .add("news", JsonValue.TRUE)
                .build();
    }

    private static EventFixture asking(EventFixture event, String consent) {
        var terms = Json.createObjectBuilder()
                .add("name", "terms")
                .add("type", "consent")
                .add("label", consent)
                .add("required", true);
        var fields = Json.createArrayBuilder().add("email").add(terms);
        return event.with(
                "registrationConfig",
                Json.createObjectBuilder().add("fields", fields).build());
    }

    private static Visitor agree(Visitor visitor) {
        return visitor.answer("register", "email", Mailbox.fresh().address())
                .tick("register", TERMS)
                .send("register");
    }

    /** That of the words which the page shows. */
    private static String versionIn(Visitor visitor) {
        return visitor.control("register", TERMS).getAttribute("value");
    }

    private static JsonObject agreed(String version, String words) {
        return Json.createObjectBuilder()
                .add("agreed", true)
                .add("version", version)
                .add("label", words)
                .build();
    }

    private static JsonObject answersOf(String event) {
        return registrationsOf(event).getJsonObject(0).getJsonObject("userData");
    }

    private static JsonArray registrationsOf(String event) {
        var list = Whole.onMicro().as("organizer").get("/api/events/" + event + "/registrations");
        return list.expect(200).json().getJsonArray("items");
    }
}
