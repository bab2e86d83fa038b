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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountingTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final List<List<Long>> ALL_DAY = List.of(List.of(0L, 86_400L));
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
    void aPageThatWasLoadedAnewAddsToWhatTheOneBeforeHasWatched() {
        var viewer = node.aRegisteredViewer(Ids.fresh());
        node.pass(A_MINUTE);
        viewer.tells(node, Map.of("watched", 20L, "seen", List.of(List.of(0L, 20L))));
        node.timer.count();

        viewer.reloaded().tells(node, Map.of("watched", 15L, "seen", List.of(List.of(10L, 30L))));
        node.timer.count();

        assertThat(watched()).isEqualTo(35_000);
        assertThat(node.counts().total(Counts.VIEWERS)).isOne();
        assertThat(node.counts().stretches()).isEqualTo(Map.of(0, 1L, 1, 1L, 2, 1L));
    }

    @Test
    void aRegistrationIsOneViewerOnAllItsScreens() {
        var registration = Ids.fresh();
        var viewers =
                List.of(node.aRegisteredViewer(registration), node.aRegisteredViewer(registration), node.aViewer());
        node.pass(A_MINUTE);
        viewers.forEach(viewer -> viewer.tells(node, 1, 30));
        node.timer.count();

        assertThat(node.counts().total(Counts.VIEWERS)).isEqualTo(2);
        assertThat(watched()).isEqualTo(90_000);
        assertThat(node.counts().peak()).isEqualTo(2);
    }

    @Test
    void whoOnlyTriedIsNoViewer() {
        var viewer = node.aViewer();
        node.pass(A_MINUTE);
        viewer.tells(node, Map.of("errors", 2L));
        node.timer.count();

        assertThat(node.counts().total(Counts.VIEWERS)).isZero();
        assertThat(node.counts().peak()).isZero();
        assertThat(node.counts().total(Counts.SCREENS)).isOne();
        assertThat(node.counts().total(Counts.FAILED)).isOne();
    }

    @Test
    void everyMinuteInWhichSomebodyWatchedHasThemOnce() {
        var viewer = node.aViewer();
        node.pass(Duration.ofMinutes(10));
        var first = node.clock.instant().getEpochSecond() / 60;
        for (var beat = 1; beat <= 9; beat++) {
            viewer.tells(node, beat, 20L * beat);
            node.timer.count();
            node.pass(A_BEAT);
        }
        node.timer.countTheRest();

        for (var minute = first; minute < first + 3; minute++) {
            assertThat(node.counts().of(minute, Counts.ACTIVE)).as("%s", minute).isOne();
        }
        assertThat(watched()).isEqualTo(180_000);
    }

    @Test
    void onlyPagesThatMayShowTheEventAreNamed() {
        for (var origin : List.of(SomeAudience.PARTNER, "https://elsewhere.example", "<script>alert(1)</script>")) {
            node.aViewer().tells(node, Map.of("origin", origin));
        }
        node.aViewer().tells(node, Map.of());
        node.timer.count();

        assertThat(node.counts().places()).isEqualTo(Map.of(SomeAudience.PARTNER, 1L, "other", 2L, "", 1L));
    }

    @Test
    void moreViewersThanFitIntoOneCallAreCountedInSeveral() {
        var viewers = LongStream.range(0, 101).mapToObj(any -> node.aViewer()).toList();
        node.pass(A_MINUTE);
        viewers.forEach(viewer -> viewer.tells(node, Map.of("watched", 10L, "startup", 500L)));
        node.timer.count();

        assertThat(node.counts().total(Counts.VIEWERS)).isEqualTo(101);
        assertThat(watched()).isEqualTo(1_010_000);
        assertThat(node.counts().startups().percentile(0.5)).isBetween(490L, 510L);
    }

    @Test
    void whoseMinutesDoNotFitIntoOneCallAreCountedInSeveral() {
        var first = minute();
        tallies.fallSilent(true);
        for (var viewer = 0; viewer < 40; viewer++) {
            var watching = node.aViewer();
            watching.tells(node, 1, 0);
            node.pass(A_MINUTE.multipliedBy(2));
            watching.tells(node, 2, 100);
            node.pass(A_MINUTE);
        }
        tallies.fallSilent(false);
        node.timer.count();

        assertThat(node.counts().total(Counts.VIEWERS)).isEqualTo(40);
        assertThat(watched()).isEqualTo(4_000_000);
        for (var minute = first; minute < first + 3 * 40; minute++) {
            assertThat(node.counts().of(minute, Counts.ACTIVE)).as("%s", minute).isOne();
        }
    }

    @Test
    void neitherDoAllMinutesOfOneViewerOnManyScreens() {
        var registration = Ids.fresh();
        var viewer = node.aRegisteredViewer(registration);
        // Long enough to have seen a day in stretches.
        node.pass(Duration.ofHours(3));
        var first = minute();
        for (var screen = 0; screen < 15; screen++) {
            var watching = viewer.reloaded();
            watching.tells(node, 1, 0);
            node.pass(A_MINUTE.multipliedBy(9));
            watching.tells(node, Map.of("sequence", 2L, "watched", 500L, "seen", ALL_DAY));
            node.pass(A_MINUTE);
        }
        node.timer.count();

        assertThat(watched()).isEqualTo(15 * 500_000);
        assertThat(node.counts().stretches()).hasSize(8_640);
        for (var minute = first; minute < first + 150; minute++) {
            assertThat(node.counts().of(minute, Counts.ACTIVE)).as("%s", minute).isOne();
        }
    }

    @Test
    void theMinutesOfAViewersScreensAreCountedInTheirOrder() {
        var first = minute();
        var registrations = Stream.generate(Ids::fresh).limit(20).toList();
        var earlier = registrations.stream().map(node::aRegisteredViewer).toList();
        var later = registrations.stream().map(node::aRegisteredViewer).toList();
        node.pass(A_MINUTE);
        earlier.forEach(viewer -> viewer.tells(node, 1, 30));
        node.pass(A_MINUTE.multipliedBy(2));
        later.forEach(viewer -> viewer.tells(node, 1, 30));
        node.timer.count();

        assertThat(node.counts().of(first + 1, Counts.ACTIVE)).isEqualTo(20);
        assertThat(node.counts().of(first + 3, Counts.ACTIVE)).isEqualTo(20);
    }

    @Test
    void whatCannotBeCountedDoesNotKeepBackTheOthers() {
        var viewers = LongStream.range(0, 50).mapToObj(any -> node.aViewer()).toList();
        tallies.spoil(viewers.get(0).opened().session().viewer());
        node.pass(A_MINUTE);
        viewers.forEach(viewer -> viewer.tells(node, 1, 30));
        node.timer.count();

        // Forty are one batch, ten the other.
        assertThat(node.counts().total(Counts.VIEWERS)).isIn(10L, 40L);
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

    private long minute() {
        return node.clock.instant().getEpochSecond() / 60;
    }

    private long watched() {
        return node.counts().total(Counts.WATCHED);
    }
}
