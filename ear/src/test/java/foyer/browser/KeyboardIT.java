package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.Door;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever has a keyboard and nothing else comes in by a link, by a password of their own, and without knowing it any more. */
@Beside
class KeyboardIT {
    private static final String FIRST = "correct horse battery";
    private static final String CHOSEN = "staple of the year";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Mailbox ada = Mailbox.fresh();

    @Test
    void theKeyboardAloneOpensALink() {
        var event = Offers.published(Offers.byMail().without("registrationConfig"));
        Door.register(Whole.onMicro().http(), event, ada);
        var page = DEVICES.onDesk();
        var visitor = Visitor.byLink(page, ada.link(), "keyboard-link").at("link");

        new Keyboard(page, visitor.frame())
                .onTo("[data-panel=link] button.brand")
                .press("Enter");

        assertIsIn(visitor);
    }

    @Test
    void theKeyboardAloneChoosesAPasswordAndComesBackByIt() {
        var event = Offers.published(Offers.byPersonalPassword().without("registrationConfig"));
        var desk = DEVICES.onDesk();
        var first = Visitor.inPartnersPage(desk, event, "keyboard-password").at("register");
        var keys = new Keyboard(desk, first.frame());
        keys.to("email").type(ada.address());
        keys.to("password").type(FIRST).press("Enter");
        first.at("verify");
        keys.to("code").type(ada.code()).press("Enter");
        first.at("watch");

        var second = DEVICES.onPhone();
        var visitor = toLogin(second, event);
        var again = new Keyboard(second, visitor.frame());
        again.to("email").type(ada.address());
        again.to("password").type(FIRST).press("Enter");

        assertIsIn(visitor);
    }

    @Test
    void theKeyboardAloneReplacesAForgottenPassword() {
        var event = Offers.published(Offers.byPersonalPassword().without("registrationConfig"));
        var before = registered(event);
        var page = DEVICES.onDesk();
        var visitor = toLogin(page, event);
        var keys = new Keyboard(page, visitor.frame());

        keys.to("email").type(ada.address());
        keys.onTo("[data-panel=login] [data-turn=code]").press("Enter");
        visitor.at("code");
        assertThat(visitor.control("code", "email").inputValue()).isEqualTo(ada.address());
        keys.onTo("[data-panel=code] button.brand").press("Enter");
        visitor.at("verify");
        keys.to("code").type(ada.codeAfter(before));
        keys.to("password").type(CHOSEN).press("Enter");

        assertIsIn(visitor);
        Door.login(Whole.onMicro().http(), event, Map.of("email", ada.address(), "password", CHOSEN));
    }

    private static Visitor toLogin(Page page, String event) {
        var visitor = Visitor.onItsPage(page, event, "keyboard-login").at("register");
        new Keyboard(page, visitor.frame())
                .onTo("[data-panel=register] [data-turn=login]")
                .press("Enter");
        return visitor.at("login");
    }

    /** Where the picture plays, and whoever hears the page is told where they are. */
    private static void assertIsIn(Visitor visitor) {
        visitor.at("watch");
        assertThat(visitor.frame().evaluate("() => document.activeElement.id")).isEqualTo("stage");
        new Watching(visitor.frame()).untilItPlays();
    }

    /** Answers the code by which the first password was proven. */
    private String registered(String event) {
        var wish = Json.createObjectBuilder(Door.wish(event, ada)).add("password", FIRST);
        Whole.onMicro().http().post("/api/registrations", wish.build()).expect(201);
        var code = ada.code();
        Door.login(Whole.onMicro().http(), event, Map.of("email", ada.address(), "code", code, "password", FIRST));
        return code;
    }
}
