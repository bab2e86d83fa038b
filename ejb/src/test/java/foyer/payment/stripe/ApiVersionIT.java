package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import foyer.mail.LinkSettings;
import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Routes;
import foyer.sandbox.http.Site;
import foyer.sandbox.stripe.book.Books;
import foyer.shared.FixedConfig;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Which version of Stripe's API we ask to be answered by, whatever the account has. */
class ApiVersionIT {
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @Test
    void eachCallNamesTheVersionThatTheLibraryReads() throws Exception {
        var routes = new Routes().onAny("/stripe/*", request -> {
            asked.add(request.header("Stripe-Version").orElse("none"));
            return Answer.error(503, "unavailable", "Nobody is here.");
        });
        try (var site = Site.on(0, routes)) {
            site.start();
            var settings = StripeSettings.read(FixedConfig.settings(Map.of(
                    "foyer.payment.stripe.key",
                    "sk_test_foyer",
                    "foyer.payment.stripe.endpoint",
                    "http://127.0.0.1:" + site.port() + "/stripe")));
            var checkouts = StripeCheckouts.open(
                    settings, new StripeTurnstile(), new LinkSettings("https://video.example"), new SettableClock());

            assertThatThrownBy(() -> checkouts.heardSince(null)).isInstanceOf(Unavailable.class);
        }

        assertThat(asked).isNotEmpty().containsOnly(Stripe.API_VERSION);
        assertThat(Stripe.API_VERSION).as("what is stood in for").isEqualTo(Books.API_VERSION);
    }
}
