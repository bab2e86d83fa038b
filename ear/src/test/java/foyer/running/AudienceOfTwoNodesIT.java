package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Http;
import foyer.whole.Measuring;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An audience that reports now to one node and now to the other, twice for good measure, and one of the nodes is killed (-9)
 * midway: what comes out is what was watched, to the second.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceOfTwoNodesIT {
    private static final int VIEWERS = 80;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private TwoNodes nodes;
    private Http organizer;
    private String event = "";
    private List<Measuring> viewers = List.of();

    @BeforeAll
    void theyWatchAndANodeDies() {
        nodes = TwoNodes.alone(TwoNodes.settings("audience-").with("foyer.analytics.count-every", "5s"));
        event = anEvent().publishedBy(nodes.organizer());
        viewers = Stream.generate(() -> Measuring.at(nodes.first(), event))
                .limit(VIEWERS)
                .toList();
        var since = System.nanoTime();
        assertThat(Await.until(
                        PATIENCE,
                        () -> System.nanoTime() - since > Duration.ofSeconds(4).toNanos()))
                .isTrue();
        for (var round = 1; round <= 4; round++) {
            for (var viewer = 0; viewer < VIEWERS; viewer++) {
                var node = (viewer + round) % 2 == 0 ? nodes.first() : nodes.second();
                tells(node, viewer, round);
                tells(round % 2 == 0 ? nodes.first() : nodes.second(), viewer, round);
            }
        }
        nodes.one().process().kill();
        organizer = Whole.signedIn(nodes.second(), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
        // As the page does: what was not said to be counted is told again, to whichever node answers.
        assertThat(Await.until(PATIENCE, this::allIsCounted)).isTrue();
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void everyViewerAndEverySecondIsCountedOnce() {
        var told = Measuring.untilTold(
                organizer, event, found -> found.getJsonObject("audience").getInt("watchSeconds") == VIEWERS * 3);

        var audience = told.getJsonObject("audience");
        assertThat(audience.getInt("unique")).isEqualTo(VIEWERS);
        assertThat(audience.getInt("watchSeconds")).isEqualTo(VIEWERS * 3);
        assertThat(audience.getInt("peak")).isEqualTo(VIEWERS);
        assertThat(told.getJsonArray("retention").toString())
                .isEqualTo("[{\"from\":0,\"viewers\":80},{\"from\":10,\"viewers\":40}]");
    }

    private void tells(Http node, int viewer, int round) {
        viewers.get(viewer).tells(node, figures(viewer, round)).expect(200);
    }

    private boolean allIsCounted() {
        var left = 0;
        for (var viewer = 0; viewer < VIEWERS; viewer++) {
            left += viewers.get(viewer).isCounted(nodes.second(), figures(viewer, 4), 4) ? 0 : 1;
        }
        return left == 0;
    }

    /** Three seconds in four reports; every other one goes on into the second stretch. */
    private JsonObjectBuilder figures(int viewer, int round) {
        var end = viewer % 2 == 0 ? 12 : 9;
        return viewers.get(viewer)
                .figures(round)
                .add("watched", new BigDecimal("0.75").multiply(BigDecimal.valueOf(round)))
                .add(
                        "seen",
                        Json.createArrayBuilder()
                                .add(Json.createArrayBuilder().add(0).add(end)));
    }
}
