package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import foyer.whole.Beside;
import foyer.whole.Mailbox;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Viewers who have to wait, in a partner's page: it goes on by itself. */
@Beside
class WaitingIT {
    /** The page asks ever more seldom. */
    private static final double PATIENCE = 90_000;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whoIsApprovedIsLedToThePicture() {
        var event = Offers.published(Offers.byApproval());
        var visitor = register(Visitor.inPartnersPage(DEVICES.onPhone(), event, "approval"))
                .at("wait");
        assertThat(told(visitor)).contains("Almost there");

        Offers.approveAll(event);

        visitor.ledTo("watch").watches();
    }

    @Test
    void whoReloadsThePageWaitsOn() {
        var event = Offers.published(Offers.byApproval());
        var first = DEVICES.onDesk();
        register(Visitor.inPartnersPage(first, event, "approval-before")).at("wait");
        first.close();

        var visitor = Visitor.inPartnersPage(DEVICES.onDesk(), event, "approval-after")
                .at("wait");
        Offers.approveAll(event);

        visitor.ledTo("watch").watches();
    }

    @Test
    void whoComesTooLateIsToldOfTheWaitingList() {
        var visitor = register(Visitor.inPartnersPage(DEVICES.onDesk(), Offers.full(true), "waiting-list"));

        assertThat(told(visitor.at("wait"))).contains("You are on the waiting list", Offers.THANKS);
    }

    @Test
    void whereNobodyWaitsWhoComesTooLateIsToldThatItIsFull() {
        var event = Offers.published(Offers.withOneSeat(false));
        var visitor = Visitor.inPartnersPage(DEVICES.onPhone(), event, "full").at("register");
        Offers.takeTheSeatOf(event);

        register(visitor).at("refused");

        assertThat(told(visitor)).contains("Sold out").doesNotContain(Offers.THANKS);
    }

    @Test
    void whatIsFullOrOverIsToldBeforeAnyForm() {
        for (var event :
                List.of(Offers.full(false), Offers.published(Offers.within("closesAt", "2020-01-01T12:00:00")))) {
            var visitor = Visitor.inPartnersPage(DEVICES.onPhone(), event, "told-first")
                    .at("refused");

            assertThat(told(visitor)).containsAnyOf("Sold out", "Registration is closed");
            visitor.press("[data-panel=told] [data-turn]").at("code");
            assertThat(visitor.words("code")).doesNotContain("I have not registered yet");
        }
    }

    @Test
    void whatIsNotOpenYetSaysWhenInTheViewersZoneAndLanguage() {
        var event = Offers.published(Offers.within("opensAt", "2040-03-01T18:00:00"));

        var visitor =
                Visitor.onItsPage(DEVICES.onPhoneIn("de"), event, "not-open").at("refused");

        assertThat(told(visitor)).contains("noch nicht offen").doesNotContain("Noch einmal nachsehen");
        var shown = visitor.frame().locator(".opens time");
        var here = shown.evaluate("time => new Intl.DateTimeFormat('de', { dateStyle: 'full', timeStyle: 'short' })"
                + ".format(new Date(time.dateTime))");
        assertThat(shown.innerText()).startsWith(here.toString()).contains("März 2040");
    }

    @Test
    void theFormComesWhenItIsTime() {
        // A browser's start is none of the time until then.
        var phone = DEVICES.onPhone();
        var soon = Instant.now().plusSeconds(20).atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        var event = Offers.published(Offers.within("opensAt", soon.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME))
                .with("timeZone", "UTC"));
        var visitor = Visitor.inPartnersPage(phone, event, "opens").at("refused");

        visitor.at("register");
    }

    @Test
    void whomASeatIsOfferedIsToldAndTakesItByTheLetter() {
        var event = Offers.full(true);
        var ada = Mailbox.fresh();
        register(Visitor.inPartnersPage(DEVICES.onDesk(), event, "offer"), ada).at("wait");
        var visitor = Visitor.byLink(DEVICES.onDesk(), ada.link(), "offer-waiting")
                .at("link")
                .send("link")
                .at("wait");

        Offers.endThoseWithSeats(event);

        var offered = visitor.frame()
                .locator("[data-panel=told]", new Frame.LocatorOptions().setHasText("A seat is free for you"));
        offered.waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
        Visitor.byLink(DEVICES.onPhone(), ada.linkOf("A seat is free"), "offer-taken")
                .at("link")
                .send("link")
                .watches();
    }

    private static Visitor register(Visitor visitor) {
        return register(visitor, Mailbox.fresh());
    }

    private static Visitor register(Visitor visitor, Mailbox mailbox) {
        return visitor.at("register")
                .answer("register", "email", mailbox.address())
                .send("register");
    }

    private static String told(Visitor visitor) {
        return visitor.words("told");
    }
}
