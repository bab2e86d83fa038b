package foyer.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.Ids;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of what screens tell, who is a viewer, when and where. */
class WhoIsCountedTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration A_BEAT = Duration.ofSeconds(20);

    private final TalliesInMemory tallies = new TalliesInMemory();
    private final SomeAudience node = SomeAudience.on(tallies);

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

    private long watched() {
        return node.counts().total(Counts.WATCHED);
    }
}
