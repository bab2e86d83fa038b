package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Server;
import foyer.whole.AtOnce;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who comes to pay when the payment provider may be called once a second only, and others came before. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InLinePageIT {
    /** So many that who comes after them waits for some seconds. */
    private static final int BEFORE = 12;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private Server server;
    private Http organizer;

    @BeforeAll
    void start() {
        server = Whole.another(Whole.manyCallers(Whole.settings("line-page-")).with("foyer.payment.stripe.rate", "1"));
        organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whoStandsInLineIsToldSoAndLedOnWithoutPressingAgain() {
        var event = Offers.byPayment().with("verifyEmail", JsonValue.FALSE).publishedBy(organizer);
        var others = Stream.generate(() -> Shopper.at(Http.to(server.url()), event))
                .limit(BEFORE)
                .toList();
        var page = DEVICES.onDesk();
        var visitor = Visitor.onItsPage(server.url(), page, event, "pay-in-line")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("pay")
                .mayPay();
        AtOnce.calls(BEFORE, other -> others.get(other).asksForCheckout().expect(201));

        var popup = page.waitForPopup(() -> visitor.send("pay"));

        var told = PayPanel.state(visitor, "queued");
        Watching.keep(page, "pay-in-line-queued-" + page.viewportSize().width);
        assertThat(told).matches("You are in line, and it is your turn in about [1-9]\\d* seconds\\.");
        assertThat(popup.url()).as("not led anywhere yet").isEqualTo("about:blank");
        assertThat(popup.locator("body").innerText()).isEqualTo("One moment…");
        ProviderPage.shownIn(popup).pays(ProviderPage.GOOD_CARD);
        visitor.watches();
    }
}
