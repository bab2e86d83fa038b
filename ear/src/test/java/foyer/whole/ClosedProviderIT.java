package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The way to the payment provider has MicroProfile's bulkhead and circuit breaker in both packagings: Payara itself counts
 * what they do.
 */
@Isolated("it closes the payment provider for everybody")
@ParameterizedClass
@EnumSource(Packaging.class)
class ClosedProviderIT {
    private static final String LOOK = "checkout.sessions.retrieve";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** As many as the HTTP threads, and twice as many as the provider is called by at once. */
    private static final int CALLERS = 60;

    private static final int MOST_LOOKS = 200;

    @Parameter
    Packaging packaging = Packaging.MICRO;

    private Shopper ada;
    private JsonObject checkout;

    @BeforeEach
    void somebodyIsAboutToPay() {
        var event = Shopper.offer().publishedBy(Whole.on(packaging).as("organizer"));
        ada = Shopper.at(Whole.on(packaging).http(), event);
        checkout = ada.asksForCheckout().expect(201).json();
    }

    @AfterEach
    void theProviderIsWell() {
        Provider.isWell();
    }

    @Test
    void aSlowProviderIsGivenSomeCallsAndOthersAreAnsweredMeanwhile() {
        var refused = counted("ft_bulkhead_calls_total", "bulkheadResult=\"rejected\"");
        Provider.fails(LOOK, "delay", 3);

        assertThat(Await.until(PATIENCE, () -> {
                    var statuses = AtOnce.calls(CALLERS, caller -> caller == 0 ? others() : looksAgain());
                    assertThat(statuses).first().isEqualTo(200);
                    assertThat(statuses).isSubsetOf(200, 503);
                    return counted("ft_bulkhead_calls_total", "bulkheadResult=\"rejected\"") > refused;
                }))
                .isTrue();

        Provider.isWell();
        Shopper.pays(checkout, "success");
        assertThat(Await.until(PATIENCE, () -> looks() == 200 && ada.step().equals("watch")))
                .isTrue();
    }

    @Test
    void aProviderThatIsDownIsLeftInPeaceAndThePaymentIsSeenAfterwards() {
        var opened = counted("ft_circuitbreaker_opened_total");
        var spared = counted("ft_circuitbreaker_calls_total", "circuitBreakerResult=\"circuitBreakerOpen\"");
        Provider.fails(LOOK, "before", 0);

        assertThat(Await.until(PATIENCE, () -> {
                    assertThat(looks()).isEqualTo(503);
                    return counted("ft_circuitbreaker_opened_total") > opened;
                }))
                .isTrue();
        assertThat(Await.until(PATIENCE, () -> {
                    assertThat(looks()).isEqualTo(503);
                    return counted("ft_circuitbreaker_calls_total", "circuitBreakerResult=\"circuitBreakerOpen\"")
                            > spared;
                }))
                .isTrue();
        assertThat(others()).isEqualTo(200);

        Provider.isWell();
        Shopper.pays(checkout, "success");
        assertThat(Await.until(PATIENCE, () -> looks() == 200 && ada.step().equals("watch")))
                .isTrue();
    }

    /** How a look at their own payment is answered. */
    private int looks() {
        return ada.own().get("/api/payments/" + checkout.getString("paymentId")).status();
    }

    /** As a page does that is refused: few of so many at once get past the line before the store at their first try. */
    private int looksAgain() {
        var status = looks();
        for (var tries = 1; status == 503 && tries < MOST_LOOKS; tries++) {
            status = looks();
        }
        return status;
    }

    /** Something that has nothing to do with payments. */
    private int others() {
        return Whole.on(packaging).http().get("/api/auth/jwks").status();
    }

    private double counted(String what, String... labels) {
        return Counted.on(Whole.on(packaging), "foyer.payment.stripe.StripeTurnstile.pass", what, labels);
    }
}
