package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import foyer.launch.Await;
import foyer.launch.MicroServer;
import foyer.whole.Http;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The main journeys of a purchase at Stripe itself, in its test mode, with nothing told by notices. It needs a key of an
 * account's test mode in {@code FOYER_STRIPE_TEST_KEY}, and the internet.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(
        named = "FOYER_STRIPE_TEST_KEY",
        matches = "[rs]k_test_.+",
        disabledReason = "Stripe's own test mode is tried where FOYER_STRIPE_TEST_KEY has a key of it.")
@Isolated("it starts servers of its own, which takes both cores")
class PayingAtStripeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String GOOD_CARD = "4242424242424242";
    private static final String DECLINED_CARD = "4000000000000002";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private MicroServer server;
    private Http organizer;

    @BeforeAll
    void start() {
        var settings = Whole.manyCallers(Whole.settings("stripe-"))
                .with("foyer.payment.stripe.endpoint", "https://api.stripe.com")
                .with("foyer.reconcile.every", "5s")
                .withSecret("FOYER_PAYMENT_STRIPE_KEY", System.getenv("FOYER_STRIPE_TEST_KEY"));
        server = Whole.another(settings);
        organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void whoPaysWatches() {
        var ada = shopper();
        var checkout = ada.asksForCheckout().expect(201).json();

        pays(DEVICES.onDesk(), checkout, GOOD_CARD);

        becomes(ada, checkout, "completed");
        assertThat(ada.step()).isEqualTo("watch");
    }

    @Test
    void aDeclinedCardIsFollowedByAnother() {
        var ada = shopper();
        var checkout = ada.asksForCheckout().expect(201).json();
        var page = DEVICES.onDesk();

        fill(page, checkout, DECLINED_CARD);
        page.getByText("declined").first().waitFor();
        assertThat(ada.looks(checkout).getString("status")).isEqualTo("open");
        page.locator("#cardNumber").fill(GOOD_CARD);
        submit(page);

        becomes(ada, checkout, "completed");
    }

    @Test
    void whoNeverComesBackIsFoundByLooking() {
        var ada = shopper();
        var checkout = ada.asksForCheckout().expect(201).json();

        pays(DEVICES.onPhone(), checkout, GOOD_CARD);

        assertThat(Await.until(
                        PATIENCE,
                        () -> "confirmed"
                                .equals(ada.registrationSeenBy(organizer).getString("state"))))
                .isTrue();
    }

    @Test
    void aPartGoesBackAndThenAllOfIt() {
        var ada = shopper();
        var checkout = ada.asksForCheckout().expect(201).json();
        pays(DEVICES.onDesk(), checkout, GOOD_CARD);
        becomes(ada, checkout, "completed");

        ada.refundedBy(organizer, "{\"amount\": 500}");
        assertThat(ada.registrationSeenBy(organizer).getJsonObject("payment").getInt("refundedAmount"))
                .isEqualTo(500);
        assertThat(ada.step()).isEqualTo("watch");
        ada.refundedBy(organizer, "{}");

        assertThat(Await.until(
                        PATIENCE,
                        () -> "refunded"
                                .equals(ada.registrationSeenBy(organizer).getString("paymentStatus"))))
                .isTrue();
        assertThat(organizer.get("/api/payments/reconciliation").expect(200).text())
                .doesNotContain("sumsDiffer");
    }

    private Shopper shopper() {
        return Shopper.at(Http.to(server.url()), Shopper.offer().publishedBy(organizer));
    }

    private void becomes(Shopper shopper, JsonObject checkout, String status) {
        assertThat(Await.until(
                        PATIENCE, () -> status.equals(shopper.looks(checkout).getString("status"))))
                .isTrue();
    }

    /** Until Stripe leads back to us. */
    private static void pays(Page page, JsonObject checkout, String card) {
        fill(page, checkout, card);
        page.waitForURL("**/paid/**");
    }

    /** On Stripe's hosted page, whose fields have had these names for years. */
    private static void fill(Page page, JsonObject checkout, String card) {
        page.navigate(checkout.getString("checkoutUrl"));
        var methods = page.locator("[data-testid=card-accordion-item]");
        page.locator("#cardNumber").or(methods).first().waitFor();
        if (methods.count() > 0) {
            methods.first().click();
        }
        for (var field : List.of("#cardNumber " + card, "#cardExpiry 1239", "#cardCvc 123", "#billingName Ada")) {
            var parts = field.split(" ", 2);
            page.locator(parts[0]).fill(parts[1]);
        }
        submit(page);
    }

    private static void submit(Page page) {
        page.locator("[data-testid=hosted-payment-submit-button]").click(new Locator.ClickOptions().setTimeout(60_000));
    }
}
