package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Mailbox;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who watches a recording goes on where they were, whatever way they came in by. */
@Beside
class ResumingIT {
    private static final int LEFT_AT = 20;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    /** The event lasts, and what it shows is a recording all the same. */
    @Test
    void whoReloadsThePageGoesOn() {
        var event = Offers.published(Offers.byMail());
        var visitor = register(Visitor.onItsPage(DEVICES.onPhone(), event, "reload"));
        leaveAfterSome(visitor);

        assertGoesOn(visitor.reload());
    }

    @Test
    void whoIsInOnTheNextVisitGoesOnInThePartnersPage() {
        var event = Offers.published(recorded(Offers.byMail()));
        var page = DEVICES.onDesk();
        leaveAfterSome(register(Visitor.inPartnersPage(page, event, "resume")));
        page.navigate("about:blank");

        assertGoesOn(Visitor.inPartnersPage(page, event, "resumed"));
    }

    /** Nobody has registered, so the browser alone knows. */
    @Test
    void whoCameInByTheOnePasswordGoesOnInTheSameBrowser() {
        var event = Offers.published(recorded(Offers.bySharedPassword()));
        var page = DEVICES.onDesk();
        leaveAfterSome(Visitor.inPartnersPage(page, event, "resume-password")
                .at("login")
                .answer("login", "password", Offers.SHARED_PASSWORD)
                .send("login"));
        page.navigate("about:blank");

        assertGoesOn(Visitor.inPartnersPage(page, event, "resumed-password"));
    }

    private static EventFixture recorded(EventFixture event) {
        var end = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);
        return event.lasting(end.minusSeconds(3600), end);
    }

    private static Visitor register(Visitor visitor) {
        var ada = Mailbox.fresh();
        return visitor.at("register")
                .answer("register", "userData.name", "Ada Lovelace")
                .answer("register", "email", ada.address())
                .choose("register", "userData.role", "Musician")
                .tick("register", "userData.terms")
                .send("register")
                .at("verify")
                .answer("verify", "code", ada.code())
                .send("verify");
    }

    private static void leaveAfterSome(Visitor visitor) {
        visitor.watches();
        visitor.frame().evaluate("second => { document.querySelector('video').currentTime = second; }", LEFT_AT);
        new Watching(visitor.frame()).untilItPlays();
    }

    /** Some seconds may be lost, no more. */
    private static void assertGoesOn(Visitor visitor) {
        visitor.watches();

        var second = (Number) visitor.frame().evaluate("() => document.querySelector('video').currentTime");
        assertThat(second.doubleValue()).isBetween(LEFT_AT - 5.0, LEFT_AT + 30.0);
    }
}
