package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.Ids;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More than fits into one call to the store. */
class CountingInSeveralCallsTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final List<List<Long>> ALL_DAY = List.of(List.of(0L, 86_400L));

    private final TalliesInMemory tallies = new TalliesInMemory();
    private final SomeAudience node = SomeAudience.on(tallies);

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
    void whatAHerdTellsAnewWhileItIsCountedIsCountedInTheSameRoundAsFarAsItIsNotTakenUpYet() {
        var meanwhile = new Meanwhile(tallies);
        var busy = SomeAudience.on(meanwhile);
        var herd = Stream.generate(busy::aViewer).limit(3_000).toList();
        busy.pass(A_MINUTE);
        herd.forEach(viewer -> viewer.tells(busy, 1, 20));
        meanwhile.once = () -> herd.forEach(viewer -> viewer.tells(busy, 2, 40));

        busy.timer.count();

        assertThat(busy.heard.uncounted()).hasSizeBetween(1, 1_000);
        busy.timer.count();
        assertThat(busy.heard.uncounted()).isEmpty();
        assertThat(busy.counts().total(Counts.WATCHED)).isEqualTo(3_000 * 40_000);
    }

    private long minute() {
        return node.clock.instant().getEpochSecond() / 60;
    }

    private long watched() {
        return node.counts().total(Counts.WATCHED);
    }

    /** Before the store counts the first of them, something happens. */
    private static final class Meanwhile implements Tallies {
        private final Tallies store;
        private Runnable once = () -> {};

        Meanwhile(Tallies store) {
            this.store = store;
        }

        @Override
        public Map<String, Tally> find(Collection<String> viewers) {
            return store.find(viewers);
        }

        @Override
        public boolean count(EventId event, List<Change> changes, Counts counts) {
            once.run();
            once = () -> {};
            return store.count(event, changes, counts);
        }

        @Override
        public Counts of(EventId event) {
            return store.of(event);
        }
    }
}
