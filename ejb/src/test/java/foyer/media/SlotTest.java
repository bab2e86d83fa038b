package foyer.media;

import static foyer.media.SomeBroadcasts.BEGINS;
import static foyer.media.SomeBroadcasts.ENDS;
import static foyer.media.SomeBroadcasts.SETTINGS;
import static foyer.media.SomeBroadcasts.SLOT;
import static foyer.media.SomeBroadcasts.slot;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.cost.LiveUse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlotTest {
    @Test
    void aChannelWaitsForItsTimeAndRunsFromBeforeItsEventToAfterIt() {
        assertThat(ahead(3, NOON))
                .isEqualTo(new LiveUse(
                        Duration.ofMinutes(15 + 120 + 30),
                        Duration.ofMinutes(120 - 15 + 10),
                        Duration.ofHours(2).multipliedBy(3)));
    }

    @Test
    void duringTheEventItIsTheRestAndAllThatViewersAreSent() {
        assertThat(ahead(1, BEGINS.plus(Duration.ofMinutes(90))))
                .isEqualTo(new LiveUse(Duration.ofMinutes(60), Duration.ofMinutes(10), Duration.ofHours(2)));
    }

    @Test
    void afterTheEventItRunsForAWhile() {
        assertThat(ahead(1, ENDS.plus(Duration.ofMinutes(10))))
                .isEqualTo(new LiveUse(Duration.ofMinutes(20), Duration.ofMinutes(10), Duration.ofHours(2)));
    }

    @Test
    void whatIsOverOrTakenDownIsUsedNoMore() {
        assertThat(ahead(1, SLOT.until())).isEqualTo(LiveUse.NONE);
        assertThat(slot(true, true).useAhead(SETTINGS, 1, NOON)).isEqualTo(LiveUse.NONE);
    }

    private static LiveUse ahead(long viewers, Instant now) {
        return SLOT.useAhead(SETTINGS, viewers, now);
    }
}
