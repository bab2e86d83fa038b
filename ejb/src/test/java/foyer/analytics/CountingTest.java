package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What screens tell counts once, whoever dies or hears no answer. */
class CountingTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_BEAT = Duration.ofSeconds(20);

    private final TalliesInMemory tallies = new TalliesInMemory();
    private final SomeAudience node = SomeAudience.on(tallies);

    @Test
    void aBeatWritesNothingAndTheTimerDoes() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);

        viewer.tells(node, 1, 30);
        assertThat(watched()).isZero();
        node.timer.count();

        assertThat(watched()).isEqualTo(30_000);
        assertThat(node.counts().total(Counts.VIEWERS)).isOne();
    }

    @Test
    void aScreenIsToldWhatIsCountedOnlyOnceItIs() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);

        assertThat(viewer.tells(node, 1, 30).figuresTo()).isZero();
        tallies.fallSilent(true);
        node.timer.count();
        assertThat(viewer.tells(node, 1, 30).figuresTo()).isZero();
        tallies.fallSilent(false);
        node.timer.count();

        assertThat(viewer.tells(node, 1, 30).figuresTo()).isOne();
    }

    @Test
    void whatIsToldTwiceCountsOnceOnEveryNode() {
        var other = node.onAnotherNode();
        var viewer = node.aViewer();
        node.pass(A_MINUTE);

        viewer.tells(node, 1, 30);
        viewer.tells(other, 1, 30);
        node.timer.count();
        other.timer.count();
        viewer.tells(other, 1, 30);
        other.timer.count();

        assertThat(watched()).isEqualTo(30_000);
        assertThat(node.counts().total(Counts.SCREENS)).isOne();
    }

    @Test
    void whatCountedThoughNobodyLearnedOfItCountsOnce() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 1, 30);
        tallies.loseAnswers(true);
        node.timer.count();
        tallies.loseAnswers(false);

        node.timer.count();

        assertThat(watched()).isEqualTo(30_000);
        assertThat(viewer.tells(node, 1, 30).figuresTo()).isOne();
    }

    @Test
    void whatANodeTookWithItWhenItDiedIsToldAgainToAnother() {
        var dying = node.onAnotherNode();
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 1, 30);
        node.timer.count();
        node.pass(A_BEAT);
        viewer.tells(dying, 2, 50);

        node.pass(A_BEAT);
        viewer.tells(node, 3, 70);
        node.pass(A_BEAT);
        node.timer.count();

        assertThat(watched()).isEqualTo(70_000);
    }

    @Test
    void aReportThatCameLateSaysNothingNew() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 5, 50);
        viewer.tells(node, 4, 40);
        node.timer.count();

        assertThat(watched()).isEqualTo(50_000);
    }

    @Test
    void whoGoesOnIsWrittenSeldomAndTheLastReportAtOnce() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 1, 10);
        node.timer.count();
        viewer.tells(node, 2, 30);
        node.timer.count();
        assertThat(watched()).isEqualTo(30_000);
        node.pass(A_BEAT);
        viewer.tells(node, 3, 50);
        node.timer.count();
        assertThat(watched()).isEqualTo(30_000);

        viewer.tells(node, Map.of("sequence", 4L, "watched", 51L, "last", true));
        node.timer.count();

        assertThat(watched()).isEqualTo(51_000);
    }

    @Test
    void aNodeThatStopsCountsWhatItHasHeard() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 1, 30);
        node.timer.count();
        viewer.tells(node, 2, 40);

        node.timer.countTheRest();

        assertThat(watched()).isEqualTo(40_000);
    }

    private long watched() {
        return node.counts().total(Counts.WATCHED);
    }
}
