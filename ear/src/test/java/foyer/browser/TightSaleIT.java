package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.launch.Await;
import foyer.launch.Server;
import foyer.whole.Http;
import foyer.whole.Mailbox;
import foyer.whole.OwnServers;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where seats are kept for seconds, and no notice ever comes: what is told to whom is too late, and to who has paid. */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TightSaleIT {
    /** Longer than it takes to begin to type on a machine that is busy. */
    private static final Duration HOLD = Duration.ofSeconds(40);

    private static final Duration PATIENCE = HOLD.plusSeconds(60);
    private static final double AT_MOST = 60_000;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private Server server;
    private Http organizer;

    @BeforeAll
    void start() {
        var settings = Whole.manyCallers(Whole.settings("tight-"))
                .with("foyer.payment.hold", HOLD.toString())
                .with("foyer.payment.grace", "10s")
                .with("foyer.reconcile.every", "2s");
        server = Whole.another(settings);
        organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whatIsPaidBecomesKnownThoughNobodyTellsAndNobodyLooks() {
        var ada = Shopper.at(Http.to(server.url()), Shopper.offer().publishedBy(organizer));
        var checkout = ada.asksForCheckout().expect(201).json();

        Shopper.pays(checkout, "success");

        assertThat(Await.until(HOLD.minusSeconds(5), () -> paid(ada))).isTrue();
        assertThat(Await.until(PATIENCE, () -> receipts(ada.mailbox()) > 0)).isTrue();
        assertThat(receipts(ada.mailbox())).isOne();
        assertThat(Await.until(PATIENCE, () -> healed().contains(checkout.getString("paymentId"))))
                .isTrue();
    }

    @Test
    void whoTypesUntilTheirSeatIsGoneIsChargedNothingAndToldSo() {
        var event = Offers.byPayment().with("verifyEmail", JsonValue.FALSE).publishedBy(organizer);
        var page = DEVICES.onPhone();
        var visitor = Visitor.onItsPage(server.url(), page, event, "pay-too-late")
                .answer("register", "email", Mailbox.fresh().address())
                .send("register")
                .at("pay")
                .mayPay();
        var provider = ProviderPage.openedBy(page, () -> visitor.send("pay"));
        var session = provider.session();
        provider.page().locator("#number").pressSequentially("4242 4242 42");

        assertThat(Await.until(
                        PATIENCE,
                        () -> Provider.session(session).getString("status").equals("expired")))
                .isTrue();
        provider.pays(ProviderPage.GOOD_CARD);

        provider.page().getByText("This page has expired").waitFor();
        provider.page().close();
        var told = visitor.frame().locator("form[data-payment=gone] .state");
        told.waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.ATTACHED)
                .setTimeout(AT_MOST));
        assertThat(told.innerText()).contains("register again");
        assertThat(Provider.session(session).getString("payment_status")).isEqualTo("unpaid");
        assertThat(registered(event).getString("state")).isEqualTo("expired");
    }

    private boolean paid(Shopper shopper) {
        return organizer
                .get("/api/registrations/" + shopper.registration())
                .expect(200)
                .json()
                .getString("paymentStatus")
                .equals("completed");
    }

    /** What reconciliation says that it brought to its end. */
    private String healed() {
        return organizer
                .get("/api/payments/reconciliation")
                .expect(200)
                .json()
                .getOrDefault("healed", JsonValue.EMPTY_JSON_ARRAY)
                .toString();
    }

    private JsonObject registered(String event) {
        return organizer
                .get("/api/events/" + event + "/registrations")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static long receipts(Mailbox mailbox) {
        return mailbox.letters().stream()
                .filter(letter -> letter.getString("subject").startsWith("Paid:"))
                .count();
    }
}
