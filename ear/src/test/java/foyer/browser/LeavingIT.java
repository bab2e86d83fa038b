package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Viewers leave by themselves: the event, or this device. */
@Beside
class LeavingIT {
    private static final String OVER_THE_PICTURE = "media-chrome-button.leave";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whoCannotComeFreesTheirSeatInThePartnersPage() {
        var event = Offers.published(tomorrow().with("capacity", Json.createValue(1)));
        var visitor = register(Visitor.inPartnersPage(DEVICES.onDesk(), event, "give-back"))
                .at("watch");

        choose(visitor, "I cannot come: end my registration");
        assertThat(visitor.frame().locator(".stage").innerText()).contains("Your registration ends");
        assertThat(Axe.findings(visitor.frame())).isEmpty();
        choose(visitor, "Keep it");
        choose(visitor, "I cannot come: end my registration");
        choose(visitor, "End my registration");

        assertThat(visitor.at("refused").words("told")).contains("You are no longer registered");
        assertThat(visitor.frame().evaluate("() => document.activeElement.localName"))
                .isEqualTo("h2");
        assertThat(Axe.findings(visitor.frame())).isEmpty();
        assertThat(states(event)).containsExactly("cancelled");
        // The one seat that there is.
        register(Visitor.inPartnersPage(DEVICES.onPhone(), event, "given-back")).at("watch");
    }

    @Test
    void whoComesAfterAllRegistersAgainOnTheSamePage() {
        var event = Offers.published(tomorrow().with("capacity", Json.createValue(1)));
        var visitor = register(Visitor.onItsPage(DEVICES.onPhone(), event, "after-all"))
                .at("watch");
        choose(visitor, "I cannot come: end my registration");
        choose(visitor, "End my registration");

        visitor.at("refused").press("[data-panel=told] [data-turn=register]").at("register");
        visitor.send("register").at("watch");

        assertThat(states(event)).containsExactlyInAnyOrder("cancelled", "confirmed");
    }

    @Test
    void whoWaitsInALineLeavesItToo() {
        var event = Offers.published(Offers.byApproval());
        var visitor = register(Visitor.onItsPage(DEVICES.onPhone(), event, "leave-line"))
                .at("wait");

        choose(visitor, "I cannot come: end my registration");
        choose(visitor, "End my registration");

        visitor.at("refused");
        assertThat(states(event)).containsExactly("cancelled");
        visitor.reload().at("register");
    }

    @Test
    void whoWatchesInAPartnersPageFreesTheirSeatOverThePicture() {
        var event = Offers.published(atOnce().with("capacity", Json.createValue(1)));
        var visitor = register(Visitor.inPartnersPage(DEVICES.onPhone(), event, "leave-picture"));
        visitor.watches();

        visitor.press(OVER_THE_PICTURE);
        var panel = visitor.frame().locator(".choices.leaving");
        panel.waitFor();
        assertThat(panel.innerText()).startsWith("Your access");
        assertThat(Axe.findings(visitor.frame())).isEmpty();
        choose(visitor, "I cannot come: end my registration");
        assertThat(panel.innerText()).contains("Your registration ends");
        assertThat(Axe.findings(visitor.frame())).isEmpty();
        visitor.at("watch");
        choose(visitor, "End my registration");

        assertThat(visitor.at("refused").words("told")).contains("You are no longer registered");
        assertThat(states(event)).containsExactly("cancelled");
        assertThat(panel.count()).isZero();
    }

    @Test
    void whoWatchesInAPartnersPageSignsOutByTheKeyboard() {
        var event = Offers.published(Offers.bySharedPassword());
        var visitor = Visitor.inPartnersPage(DEVICES.onDesk(), event, "sign-out-picture")
                .at("login")
                .answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login");
        visitor.watches();
        var button = visitor.frame().locator(OVER_THE_PICTURE);
        button.press("Enter");
        var panel = visitor.frame().locator(".choices.leaving");
        panel.waitFor();
        assertThat(panel.locator(".turn button").allInnerTexts()).containsExactly("Sign out on this device");
        visitor.frame().page().keyboard().press("Escape");
        assertThat(visitor.frame().evaluate("() => document.activeElement.className"))
                .isEqualTo("leave");

        button.press("Enter");
        visitor.frame()
                .page()
                .waitForCondition(() -> "Sign out on this device"
                        .equals(visitor.frame().evaluate("() => document.activeElement.textContent")));
        visitor.frame().page().keyboard().press("Enter");

        assertThat(visitor.at("refused").words("told")).contains("You are signed out");
    }

    @Test
    void whoSignsOutIsNobodyOnThisDevice() {
        var event = Offers.published(tomorrow());
        var visitor = register(Visitor.onItsPage(DEVICES.onPhone(), event, "sign-out"))
                .at("watch");
        assertThat(Axe.findings(visitor.frame())).isEmpty();

        choose(visitor, "Sign out on this device");

        assertThat(visitor.at("refused").words("told")).contains("You are signed out");
        assertThat(visitor.frame().evaluate("() => localStorage.length")).isEqualTo(0);
        assertThat(states(event)).containsExactly("confirmed");
        visitor.reload().at("register");
    }

    private static void choose(Visitor visitor, String way) {
        var button = visitor.frame().locator(".turn button:text-is('" + way + "')");
        button.waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        button.click();
    }

    private static Visitor register(Visitor visitor) {
        return visitor.at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register");
    }

    private static List<String> states(String event) {
        return Whole.onMicro()
                .as("organizer")
                .get("/api/events/" + event + "/registrations")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> one.getString("state"))
                .toList();
    }

    private static EventFixture tomorrow() {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(86_400);
        return atOnce().lasting(start, start.plusSeconds(3600));
    }

    private static EventFixture atOnce() {
        return Offers.byMail().without("registrationConfig").with("verifyEmail", JsonValue.FALSE);
    }
}
