package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.launch.Server;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the payment provider may be called once a second only, so that whoever comes at once stands in line. */
@OwnServers
class InLineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUYERS = 8;

    private Server server;
    private Http organizer;

    @BeforeEach
    void start() {
        server = Whole.another(Whole.manyCallers(Whole.settings("line-")).with("foyer.payment.stripe.rate", "1"));
        organizer = Whole.signedIn(Http.to(server.url()), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoComesAtOnceStandsInLineIsToldSoAndIsLetThrough() {
        var event = Shopper.offer().publishedBy(organizer);
        var buyers = Stream.generate(() -> Shopper.at(Http.to(server.url()), event))
                .limit(BUYERS)
                .toList();

        var checkouts = AtOnce.calls(
                BUYERS, buyer -> buyers.get(buyer).asksForCheckout().expect(201).json());

        assertThat(checkouts).extracting(InLineIT::status).contains("open", "queued");
        assertThat(checkouts)
                .filteredOn(checkout -> status(checkout).equals("queued"))
                .allSatisfy(
                        checkout -> assertThat(checkout.getJsonObject("line").getInt("waitSeconds"))
                                .isPositive());
        for (var buyer = 0; buyer < BUYERS; buyer++) {
            var waiting = buyers.get(buyer);
            var checkout = checkouts.get(buyer);
            assertThat(Await.until(
                            PATIENCE, () -> status(waiting.looks(checkout)).equals("open")))
                    .isTrue();
        }
    }

    private static String status(JsonObject payment) {
        return payment.getString("status");
    }
}
