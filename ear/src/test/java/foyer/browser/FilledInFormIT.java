package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people answer in the page is what organizers read. */
@Beside
class FilledInFormIT {
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
                .tick("register", "userData.terms");
        visitor.frame().locator("[name='userData.topics'][value='Cables']").check();

        visitor.send("register").at("verify");

        var answers = answersOf(event);
        assertThat(answers.getJsonObject("terms").getBoolean("agreed")).isTrue();
        assertThat(Json.createObjectBuilder(answers).remove("terms").build()).isEqualTo(given(ada));
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

    private static JsonObject answersOf(String event) {
        var list = Whole.onMicro().as("organizer").get("/api/events/" + event + "/registrations");
        return list.expect(200).json().getJsonArray("items").getJsonObject(0).getJsonObject("userData");
    }
}
