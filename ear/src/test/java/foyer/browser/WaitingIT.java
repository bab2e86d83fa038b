package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Viewers who have to wait, in a partner's page: it goes on by itself. */
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

        approveAll(event);

        visitor.watches();
    }

    @Test
    void whoReloadsThePageWaitsOn() {
        var event = Offers.published(Offers.byApproval());
        var first = DEVICES.onDesk();
        register(Visitor.inPartnersPage(first, event, "approval-before")).at("wait");
        first.close();

        var visitor = Visitor.inPartnersPage(DEVICES.onDesk(), event, "approval-after")
                .at("wait");
        approveAll(event);

        visitor.watches();
    }

    @Test
    void whoComesTooLateIsToldOfTheWaitingList() {
        var visitor = register(Visitor.inPartnersPage(DEVICES.onDesk(), Offers.full(true), "waiting-list"));

        assertThat(told(visitor.at("wait"))).contains("You are on the waiting list", Offers.THANKS);
    }

    @Test
    void whereNobodyWaitsWhoComesTooLateIsToldThatItIsFull() {
        var visitor = register(Visitor.inPartnersPage(DEVICES.onPhone(), Offers.full(false), "full"));

        assertThat(told(visitor.at("refused"))).contains("Sold out").doesNotContain(Offers.THANKS);
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

        endThoseWithSeats(event);

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

    private static void endThoseWithSeats(String event) {
        var organizer = Whole.onMicro().as("organizer");
        var seated = organizer.get("/api/events/" + event + "/registrations?state=held");
        for (JsonValue one : seated.expect(200).json().getJsonArray("items")) {
            organizer
                    .delete("/api/registrations/" + one.asJsonObject().getString("registrationId"))
                    .expect(204);
        }
    }

    private static void approveAll(String event) {
        var organizer = Whole.onMicro().as("organizer");
        var registrations = organizer.get("/api/events/" + event + "/registrations");
        for (JsonValue one : registrations.expect(200).json().getJsonArray("items")) {
            var id = one.asJsonObject().getString("registrationId");
            organizer.post("/api/registrations/" + id + "/approve").expect(200);
        }
    }
}
