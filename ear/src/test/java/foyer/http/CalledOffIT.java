package foyer.http;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.AtOnce;
import foyer.whole.Http;
import foyer.whole.OwnStandIns;
import foyer.whole.Provider;
import foyer.whole.Shopper;
import foyer.whole.Whole;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An event that many have paid for is called off: their money goes back by itself, as fast as the payment provider takes it,
 * and its organizer may ask at any moment how far it is. With {@code -Dfoyer.test.long=true} it is three hundred seats, of which
 * a few go back in a second: each costs some looks at Stripe, at half its rate. Thousands, and nodes that die at it, are
 * ManyRefundsIT's and CrashPointsIT's.
 */
@OwnStandIns("it takes all that the payment provider does in a second")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CalledOffIT {
    private static final int BUYERS_AT_ONCE = 6;
    private static final int EACH = Boolean.getBoolean("foyer.test.long") ? 50 : 6;
    private static final int SOLD = BUYERS_AT_ONCE * EACH;
    private static final int PRICE = 1200;

    /** What Stripe takes on one of its endpoints, docs.stripe.com/rate-limits. */
    private static final int MOST_IN_A_SECOND = 25;

    /**
     * What nobody waits for at a page goes at half of our own rate, {@code foyer.payment.stripe.rate}; a fifth of it may be
     * saved up.
     */
    private static final int OURS_IN_A_SECOND = 10;

    private static final int SAVED_UP = 2;
    private static final String A_LOOK = "checkout.sessions.retrieve";
    private static final Duration PATIENCE = Duration.ofSeconds(60 + 2 * SOLD);

    private final Http organizer = Whole.onMicro().as("organizer");
    private final List<JsonObject> told = new ArrayList<>();
    private String event = "";
    private Duration took = Duration.ZERO;
    private int looks;

    @BeforeAll
    void itIsSoldAndCalledOff() {
        event = Shopper.offer().publishedBy(organizer);
        AtOnce.calls(BUYERS_AT_ONCE, buyer -> {
            for (var seat = 0; seat < EACH; seat++) {
                Shopper.pays(Shopper.at(event).asksForCheckout().expect(201).json(), "success");
            }
            return buyer;
        });
        assertThat(Await.until(PATIENCE, () -> howFar().getInt("paid") == SOLD)).isTrue();

        var begun = Instant.now();
        Provider.counts(A_LOOK);
        organizer.post("/api/events/" + event + "/cancel").expect(200);

        assertThat(Await.until(PATIENCE, this::isAllBack))
                .as("how far it came: %s", told)
                .isTrue();
        // First: what is looked at once more, as a refund is afterwards, is of a time that is not counted.
        looks = Provider.asked(A_LOOK);
        took = Duration.between(begun, Instant.now());
    }

    @AfterAll
    void nobodyCountsAnyMore() {
        Provider.isWell();
    }

    @Test
    void everybodyGetsAllOfItBackOnce() {
        var refunds = Provider.refunds(event);

        assertThat(refunds).hasSize(SOLD).allSatisfy(refund -> {
            assertThat(refund.getInt("amount")).isEqualTo(PRICE);
            assertThat(refund.getString("status")).isEqualTo("succeeded");
        });
        assertThat(refunds)
                .extracting(refund -> refund.getString("payment_intent"))
                .doesNotHaveDuplicates();
    }

    @Test
    void neverMoreAtOnceThanTheProviderTakes() {
        var bySecond = Provider.refunds(event).stream()
                .map(refund -> refund.getJsonNumber("created").longValue())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(bySecond.values()).allSatisfy(inOne -> assertThat(inOne).isLessThanOrEqualTo(MOST_IN_A_SECOND));
    }

    /** Each takes some looks at what the provider has. Whoever is slow at that keeps people waiting for their money. */
    @Test
    void itIsAskedAtHalfOfOurRateAndNotMuchMoreSlowly() {
        var most = OURS_IN_A_SECOND * took.toMillis() / 1000.0 + SAVED_UP;

        assertThat((double) looks).as("looks in %s", took).isBetween(most / 5, most);
    }

    @Test
    void howFarItIsIsToldFromTheBeginningToTheEnd() {
        assertThat(told).hasSizeGreaterThan(4).allSatisfy(now -> {
            assertThat(now.getInt("paid")).isEqualTo(SOLD);
            assertThat(now.getInt("due") + now.getInt("returned")).isEqualTo(SOLD);
            assertThat(now.getInt("needPerson")).isZero();
            assertThat(now.getInt("returnedAmount")).isEqualTo(now.getInt("returned") * PRICE);
        });
        assertThat(told).extracting(now -> now.getInt("returned")).isSorted();
    }

    private boolean isAllBack() {
        var now = howFar();
        if (told.isEmpty() || !told.get(told.size() - 1).equals(now)) {
            told.add(now);
        }
        return now.getInt("returned") == SOLD;
    }

    private JsonObject howFar() {
        return organizer.get("/api/events/" + event + "/refunds").expect(200).json();
    }
}
