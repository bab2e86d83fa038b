package foyer.running;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.launch.Await;
import foyer.whole.Http;
import foyer.whole.Measuring;
import foyer.whole.OwnServers;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * An audience that reports now to one node and now to the other, twice for good measure, and one of the nodes is killed (-9) midway.
 * Half of it stops before: nobody tells again what was said to be counted. What comes out is what was watched, to the second.
 */
@OwnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AudienceOfTwoNodesIT {
    private static final int VIEWERS = 80;
    private static final int LAST_OF_EARLY_LEAVERS = 2;
    private static final int LAST = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final long[] acknowledged = new long[VIEWERS];
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
        // Long enough for all they will have watched, and with all of them together in one minute.
        assertThat(Await.until(
                        PATIENCE,
                        () -> System.nanoTime() - since > Duration.ofSeconds(4).toNanos()
                                && System.currentTimeMillis() % 60_000 < 40_000))
                .isTrue();
        for (var round = 1; round <= LAST_OF_EARLY_LEAVERS; round++) {
            for (var viewer = 0; viewer < VIEWERS; viewer++) {
                tells(node(viewer + round), viewer, round);
                tells(node(round), viewer, round);
            }
        }
        // Who leaves hears it of the node that is about to die, and never tells anybody again.
        assertThat(Await.until(PATIENCE, () -> leftAfter(AudienceOfTwoNodesIT::leavesEarly, nodes.first()) == 0))
                .isTrue();
        for (var viewer = 0; viewer < VIEWERS; viewer++) {
            if (viewer == VIEWERS / 2) {
                nodes.one().process().kill();
            }
            if (!leavesEarly(viewer)) {
                tells(viewer < VIEWERS / 2 ? nodes.first() : nodes.second(), viewer, 3);
            }
        }
        organizer = Whole.signedIn(nodes.second(), Whole.ADMIN_EMAIL, Whole.ADMIN_PASSWORD);
        // As the page does: what was not said to be counted is told again, to whichever node answers.
        assertThat(Await.until(PATIENCE, () -> leftAfter(viewer -> !leavesEarly(viewer), nodes.second()) == 0))
                .isTrue();
    }

    @AfterAll
    void stop() {
        nodes.close();
    }

    @Test
    void everyViewerAndEverySecondIsCountedOnce() {
        var seconds = VIEWERS / 2 * 3 + VIEWERS / 2 * 3 / 2;
        var told = Measuring.untilTold(
                organizer, event, found -> found.getJsonObject("audience").getInt("watchSeconds") == seconds);

        var audience = told.getJsonObject("audience");
        assertThat(audience.getInt("unique")).isEqualTo(VIEWERS);
        assertThat(audience.getInt("watchSeconds")).isEqualTo(seconds);
        assertThat(audience.getInt("peak")).isEqualTo(VIEWERS);
        assertThat(told.getJsonArray("retention").toString())
                .isEqualTo("[{\"from\":0,\"viewers\":80},{\"from\":10,\"viewers\":40}]");
    }

    private Http node(int turn) {
        return turn % 2 == 0 ? nodes.first() : nodes.second();
    }

    private static boolean leavesEarly(int viewer) {
        return viewer % 4 < 2;
    }

    private static int last(int viewer) {
        return leavesEarly(viewer) ? LAST_OF_EARLY_LEAVERS : LAST;
    }

    private void tells(Http node, int viewer, int round) {
        var answer = viewers.get(viewer).tells(node, figures(viewer, round)).expect(200);
        acknowledged[viewer] = Math.max(acknowledged[viewer], answer.json().getInt("figuresTo", 0));
    }

    /** How many of those are still to be told that all of theirs is counted, after each of them has asked once more. */
    private long leftAfter(IntPredicate those, Http node) {
        IntStream.range(0, VIEWERS)
                .filter(those)
                .filter(viewer -> acknowledged[viewer] < last(viewer))
                .forEach(viewer -> tells(node, viewer, last(viewer)));
        return IntStream.range(0, VIEWERS)
                .filter(those)
                .filter(viewer -> acknowledged[viewer] < last(viewer))
                .count();
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
