package foyer.session;

import static foyer.event.SomeEvents.aPublishedEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Ids;
import foyer.shared.Unavailable;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentStandingsTest {
    private static final Duration A_SEGMENT = Duration.ofSeconds(20);

    private final SomeSessions node = SomeSessions.onANode();
    private final RecentStandings standings = node.standings();
    private final SessionId watching = node.opening
            .forRegistration(aPublishedEvent(), Ids.fresh(), 1, 1)
            .session()
            .id();

    @BeforeEach
    void theStoreFallsSilentWhileSomebodyWatches() {
        assertThat(standings.of(watching)).isEqualTo(Standing.LIVE);
        node.sessions.fallSilent(true);
    }

    @Test
    void whoWatchesGoesOnWatchingForTenMinutesAndNoLonger() {
        for (var asked = 1; asked < 30; asked++) {
            node.clock.pass(A_SEGMENT);
            assertThat(standings.of(watching)).isEqualTo(Standing.LIVE);
        }

        node.clock.pass(A_SEGMENT);
        assertThatThrownBy(() -> standings.of(watching)).isInstanceOf(Unavailable.class);
        node.clock.pass(A_SEGMENT);
        assertThatThrownBy(() -> standings.of(watching)).isInstanceOf(Unavailable.class);
    }

    @Test
    void onceItSpeaksAgainTheyGoOn() {
        node.clock.pass(Duration.ofMinutes(11));
        assertThatThrownBy(() -> standings.of(watching)).isInstanceOf(Unavailable.class);

        node.sessions.fallSilent(false);

        assertThat(standings.of(watching)).isEqualTo(Standing.LIVE);
    }
}
