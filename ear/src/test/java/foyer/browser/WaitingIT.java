package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Mailbox;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Viewers who have to wait, in a partner's page: it goes on by itself. */
class WaitingIT {
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

        assertThat(told(visitor.at("wait"))).contains("You are on the waiting list");
    }

    @Test
    void whereNobodyWaitsWhoComesTooLateIsToldThatItIsFull() {
        var visitor = register(Visitor.inPartnersPage(DEVICES.onPhone(), Offers.full(false), "full"));

        assertThat(told(visitor.at("refused"))).contains("Sold out");
    }

    private static Visitor register(Visitor visitor) {
        return visitor.at("register")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register");
    }

    private static String told(Visitor visitor) {
        return visitor.frame().locator("[data-panel=told]").innerText();
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
