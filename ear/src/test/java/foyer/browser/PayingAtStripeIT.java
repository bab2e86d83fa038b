package foyer.browser;

import foyer.launch.MicroServer;
import foyer.whole.Http;
import foyer.whole.Whole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The journeys of {@link PayingIT} at Stripe itself, in its test mode, with nothing told by notices. It needs a key of an
 * account's test mode in {@code FOYER_STRIPE_TEST_KEY}, and the internet. All but those that need a stand-in are the same:
 * there a bank takes its time for as long as a test wants, calls of Stripe's fail when they are told to, and a seat is kept
 * for less than the half hour that Stripe's sessions live at least.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(
        named = "FOYER_STRIPE_TEST_KEY",
        matches = "[rs]k_test_.+",
        disabledReason = "Stripe's own test mode is tried where FOYER_STRIPE_TEST_KEY has a key of it.")
@Isolated("it starts servers of its own, which takes both cores")
class PayingAtStripeIT implements PayingContract, ResumingPaymentContract, PayPanelContract, PaidForContract {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private MicroServer server;
    private Shop shop;

    @BeforeAll
    void start() {
        var settings = Whole.manyCallers(Whole.settings("stripe-"))
                .with("foyer.payment.stripe.endpoint", "https://api.stripe.com")
                .with("foyer.reconcile.every", "5s")
                .withSecret("FOYER_PAYMENT_STRIPE_KEY", System.getenv("FOYER_STRIPE_TEST_KEY"));
        server = Whole.another(settings);
        var organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
        shop = new Shop(server.url(), organizer, DEVICES, StripePage::shownIn);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Override
    public Shop shop() {
        return shop;
    }
}
