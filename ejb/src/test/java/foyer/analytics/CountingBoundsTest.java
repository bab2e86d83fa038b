package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.analytics.SomeAudience.Viewer;
import foyer.session.Figures;
import foyer.shared.Ids;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** No screen counts for more than there can be of it, and no node holds more than can be counted. */
class CountingBoundsTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final List<List<Long>> ALL_DAY = List.of(List.of(0L, 86_400L));

    private final TalliesInMemory tallies = new TalliesInMemory();
    private final SomeAudience node = SomeAudience.on(tallies);

    @Test
    void nobodyWatchesLongerThanTheirSessionIsOpen() {
        var viewer = node.aViewer();
        node.pass(Duration.ofSeconds(10));
        viewer.tells(node, Map.of("sequence", 1L, "watched", 9_000_000L, "stalled", 9_000_000L, "stalls", 1_000_000L));
        node.timer.count();

        assertThat(watched()).isEqualTo(10_000);
        assertThat(node.counts().total(Counts.STALLED)).isEqualTo(10_000);
        assertThat(node.counts().total(Counts.STALLS)).isEqualTo(11);
    }

    @Test
    void notByManyScreensOfOneSessionEither() {
        var viewer = node.aViewer();
        node.pass(Duration.ofSeconds(10));
        LongStream.range(0, 100).forEach(any -> viewer.reloaded().tells(node, Map.of("watched", 9L, "seen", ALL_DAY)));
        node.timer.count();

        assertThat(watched()).isEqualTo(10_000);
        assertThat(node.counts().stretches()).hasSize(11);
        assertThat(node.counts().total(Counts.VIEWERS)).isOne();
        assertThat(node.counts().total(Counts.SCREENS)).isEqualTo(40);
    }

    @Test
    void whoHadFortyScreensIsCountedAgainOnceTheirSessionsAreOver() {
        var registration = Ids.fresh();
        var viewer = node.aRegisteredViewer(registration);
        node.pass(A_MINUTE);
        LongStream.range(0, 40).forEach(any -> viewer.reloaded().tells(node, 1, 1));
        node.timer.count();
        node.aRegisteredViewer(registration).tells(node, 1, 30);
        node.timer.count();
        assertThat(node.counts().total(Counts.SCREENS)).isEqualTo(40);
        node.pass(Duration.ofHours(15));

        var back = node.aRegisteredViewer(registration);
        node.pass(A_MINUTE);
        back.tells(node, 1, 30);
        node.timer.count();

        assertThat(node.counts().total(Counts.SCREENS)).isEqualTo(41);
        assertThat(watched()).isEqualTo(70_000);
    }

    /** Who knows of it no more would else take it for another screen. */
    @Test
    void whatANodeHeldForTooLongIsNotCounted() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 1, 30);
        node.pass(Duration.ofHours(12));
        assertThat(node.heard.uncounted()).hasSize(1);
        node.pass(Duration.ofHours(1));

        node.timer.count();

        assertThat(watched()).isZero();
        assertThat(node.heard.uncounted()).isEmpty();
    }

    @Test
    void ofASessionNoMoreScreensAreHeardThanCanBeCounted() {
        var heard = new HeardFigures(1_000);
        var one = node.aViewer();
        LongStream.range(0, 100).forEach(any -> {
            var screen = one.reloaded();
            heard.hear(screen.opened().session(), figures(screen), node.clock.instant());
        });
        assertThat(heard.uncounted()).hasSize(40);
        var other = node.aViewer();
        heard.hear(other.opened().session(), figures(other), node.clock.instant());
        assertThat(heard.uncounted()).hasSize(41);

        heard.uncounted().forEach(counted -> heard.counted(counted, node.clock.instant()));
        node.pass(Duration.ofMinutes(5));
        heard.forgetThoseGone(node.clock.instant());
        heard.hear(one.opened().session(), figures(one), node.clock.instant());

        assertThat(heard.uncounted()).hasSize(1);
    }

    @Test
    void aNodeForgetsScreensThatFellSilentOnceTheyAreCounted() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, 1, 30);
        tallies.fallSilent(true);
        node.pass(Duration.ofMinutes(5));
        node.timer.count();
        tallies.fallSilent(false);
        assertThat(node.heard.uncounted()).hasSize(1);

        node.timer.count();
        node.timer.count();

        assertThat(watched()).isEqualTo(30_000);
        assertThat(viewer.tells(node, 1, 30).figuresTo()).isZero();
    }

    @Test
    void beyondTheMostThatAreHeldANewScreenIsNotHeard() {
        var few = new HeardFigures(1);
        var one = node.aViewer();
        var other = node.aViewer();
        few.hear(one.opened().session(), figures(one), node.clock.instant());
        few.hear(other.opened().session(), figures(other), node.clock.instant());

        assertThat(few.uncounted()).hasSize(1);
    }

    private static Figures figures(Viewer viewer) {
        return new Figures(viewer.screen(), 1, 1, new BitSet(), -1, 0, 0, false, 0, null, Set.of(), false);
    }

    private long watched() {
        return node.counts().total(Counts.WATCHED);
    }
}
