package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways out where no script runs: a form below the picture or the panel, which carries the session. */
@Beside
class LeavingWithoutScriptsIT {
    private static final String GIVE_BACK = "I cannot come: end my registration";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Page page = DEVICES.onPhoneWhoseScriptsFail();

    @Test
    void whoCannotComeFreesTheirSeatOnceTheyAreSure() {
        var event = Offers.published(withoutProof().with("capacity", Json.createValue(1)));
        var visitor = Visitor.inPartnersPage(page, event, "no-script-leave")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("watch");
        assertThat(visitor.frame()
                        .locator(".ways-out")
                        .evaluate("form => form.getBoundingClientRect().bottom <= innerHeight"))
                .isEqualTo(true);

        leave(visitor, GIVE_BACK);
        visitor.frame().locator(".ways-out p:text('Your registration ends')").waitFor();
        visitor.at("watch");
        assertThat(Axe.findings(visitor.frame())).isEmpty();
        leave(visitor, "Keep it");
        leave(visitor, GIVE_BACK);
        leave(visitor, "End my registration");

        assertThat(visitor.at("refused").words("told")).contains("You are no longer registered");
        assertThat(visitor.frame().locator(".ways-out").count()).isZero();
        // The one seat that there is.
        visitor.press("[data-panel=told] [data-turn]")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("watch");
    }

    @Test
    void whoSignsOutIsNobodyOnThisDevice() {
        var event = Offers.published(Offers.byApproval());
        var visitor = Visitor.onItsPage(page, event, "no-script-sign-out")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("wait");

        leave(visitor, "Sign out on this device");

        assertThat(visitor.at("refused").words("told")).contains("You are signed out", "Come in again");
        Visitor.onItsPage(page, event, "no-script-signed-out").at("register");
    }

    @Test
    void nobodyIsSentAwayByAnotherSiteNorWithoutTheSession() {
        var event = Offers.published(withoutProof());
        Visitor.onItsPage(page, event, "no-script-stays")
                .at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("watch");
        var form = page.locator(".ways-out");
        var token = form.locator("[name=token]").inputValue();
        var session = form.locator("[name=session]").inputValue();
        var sender = Whole.onMicro().http().with("Content-Type", "application/x-www-form-urlencoded");
        var ours = sender.with("Sec-Fetch-Site", "same-origin");
        var path = "/watch/" + event;
        var sure = "leave=yes&token=" + token + "&session=";

        sender.with("Sec-Fetch-Site", "cross-site").call("POST", path, sure + session);
        ours.call("POST", path, "leave=yes&token=x" + token + "&session=" + session);
        var unknown = ours.call("POST", path, sure).expect(200).text();

        assertThat(unknown).contains("data-way=\"code\"", "Please come in again");
        assertThat(Whole.onMicro()
                        .as("organizer")
                        .get("/api/events/" + event + "/registrations")
                        .expect(200)
                        .text())
                .contains("\"confirmed\"");
        var gone = ours.call("POST", path, sure + session).expect(200);
        assertThat(gone.text()).contains("data-way=\"refused\"");
        assertThat(gone.header("Set-Cookie")).contains("Max-Age=0");
    }

    private static void leave(Visitor visitor, String way) {
        visitor.press(".ways-out button:text-is('" + way + "')");
    }

    private static EventFixture withoutProof() {
        return Offers.byMail().without("registrationConfig").with("verifyEmail", JsonValue.FALSE);
    }
}
