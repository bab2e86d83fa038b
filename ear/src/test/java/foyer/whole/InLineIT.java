package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.Server;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** Where the payment provider may be called once a second only, so that whoever comes at once stands in line. */
@Isolated("its line lasts for seconds, which others who start servers would take")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InLineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Some are let through while they ask, and the others leave a line that is long enough to be looked at. */
    private static final int BUYERS = 14;

    /** As many as are far enough back to be told of their wait at once. */
    private static final int LAST = 5;

    private final List<List<Integer>> waits = new ArrayList<>();
    private Server server;
    private List<InLine> crowd;
    private boolean growing;

    /** Somebody who asked for a checkout, and what they were answered. */
    private record InLine(Shopper shopper, JsonObject checkout) {
        /** The seat is kept for as long for each of them, so that this has the order in which they came. */
        Instant came() {
            return Instant.parse(checkout.getString("holdExpiresAt"));
        }

        JsonObject looks() {
            return shopper.looks(checkout);
        }
    }

    @BeforeAll
    void manyComeAtOnce() {
        server = Whole.another(Whole.manyCallers(Whole.settings("line-")).with("foyer.payment.stripe.rate", "1"));
        var organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
        var event = Shopper.offer().publishedBy(organizer);
        var buyers = Stream.generate(() -> Shopper.at(Http.to(server.url()), event))
                .limit(BUYERS)
                .toList();
        crowd = AtOnce.calls(BUYERS, buyer -> {
                    var shopper = buyers.get(buyer);
                    return new InLine(
                            shopper, shopper.asksForCheckout().expect(201).json());
                })
                .stream()
                .sorted(Comparator.comparing(InLine::came))
                .toList();
        growing = Await.until(Duration.ofSeconds(10), this::waitsGrow);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void someAreLetThroughAndTheOthersAreToldThatTheyWait() {
        assertThat(crowd).extracting(one -> status(one.checkout())).contains("open", "queued");
        assertThat(crowd)
                .filteredOn(one -> status(one.checkout()).equals("queued"))
                .allSatisfy(one -> assertThat(wait(one.checkout())).isPositive());
    }

    @Test
    void whoCameLaterIsToldOfALongerWait() {
        assertThat(growing)
                .as("seconds told to the last ones, the last of all first: %s", waits)
                .isTrue();
    }

    @Test
    void everybodyIsLetThroughInTheEnd() {
        for (var one : crowd) {
            assertThat(Await.until(PATIENCE, () -> status(one.looks()).equals("open")))
                    .isTrue();
        }
    }

    // From the last one to those before: who is asked later has moved on meanwhile, and is never told of more for it.
    // The line is known anew each second, so that the first answers may be of a moment when some had not come.
    private boolean waitsGrow() {
        var told = IntStream.rangeClosed(1, LAST)
                .mapToObj(place -> crowd.get(BUYERS - place).looks())
                .filter(payment -> status(payment).equals("queued"))
                .map(InLineIT::wait)
                .toList();
        waits.add(told);
        return told.size() == LAST
                && told.get(0) > told.get(LAST - 1)
                && told.stream().sorted(Comparator.reverseOrder()).toList().equals(told);
    }

    private static int wait(JsonObject payment) {
        return payment.getJsonObject("line").getInt("waitSeconds");
    }

    private static String status(JsonObject payment) {
        return payment.getString("status");
    }
}
