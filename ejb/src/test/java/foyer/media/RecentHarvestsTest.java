package foyer.media;

import static foyer.media.SomeBroadcasts.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentHarvestsTest {
    private static final Duration A_WHILE = Duration.ofSeconds(20);

    private final SomeLive some = new SomeLive();
    private final Noted noted = new Noted();
    private final RecentHarvests harvests = new RecentHarvests(noted, SETTINGS, some.clock);

    @Test
    void itIsInPreparationFromTheEndUntilTheRecordingPlays() {
        some.shown();
        some.origin.harvests(Harvested.Running::new);
        assertThat(preparing()).isTrue();

        some.pass(A_WHILE);
        assertThat(preparing()).isTrue();

        some.origin.harvests(() -> new Harvested.Done(Duration.ofMinutes(1), 1_000));
        some.pass(A_WHILE);
        assertThat(preparing()).isFalse();
    }

    @Test
    void whatIsLiveOrWasARehearsalIsNot() {
        var prepared = some.prepared();
        some.broadcasting.start(some.event.id());
        some.origin.push(prepared.streamKey());
        some.pass(A_WHILE);
        assertThat(preparing()).isFalse();

        some.broadcasting.stop(some.event.id());
        some.pass(A_WHILE);
        assertThat(preparing()).isFalse();
    }

    @Test
    void whatSomebodyHasToSeeToIsNotPromised() {
        some.shown();
        some.origin.harvests(() -> new Harvested.Failed(new Trouble("The disk is full.", true)));

        some.pass(A_WHILE);

        assertThat(preparing()).isFalse();
    }

    @Test
    void aHerdOfViewersLooksItUpOnce() {
        some.shown();

        for (var viewer = 0; viewer < 100; viewer++) {
            assertThat(preparing()).isTrue();
        }

        assertThat(noted.readings).isEqualTo(1);
    }

    @Test
    void nobodyWaitsForWhoLooksItUp() {
        some.shown();
        noted.meanwhile = () -> assertThat(preparing()).isFalse();

        assertThat(preparing()).isTrue();

        assertThat(noted.readings).isEqualTo(1);
        assertThat(preparing()).isTrue();
    }

    @Test
    void anEventThatPlaysNothingLiveIsNotLookedUp() {
        assertThat(preparing()).isFalse();

        assertThat(noted.readings).isZero();
    }

    @Test
    void whileTheStoreIsSilentNothingIsPromised() {
        some.shown();
        noted.silent = true;

        assertThat(preparing()).isFalse();
        assertThat(preparing()).isFalse();
        assertThat(noted.readings).isEqualTo(1);
        noted.silent = false;
        some.clock.pass(Duration.ofSeconds(5));
        assertThat(preparing()).isTrue();
    }

    @Test
    void whatCannotBeReadChangesNothingAndFailsNobody() {
        some.shown();
        assertThat(preparing()).isTrue();
        noted.unreadable = true;
        some.clock.pass(Duration.ofSeconds(5));

        assertThat(preparing()).isTrue();
        assertThat(preparing()).isTrue();
        assertThat(noted.readings).isEqualTo(2);
    }

    @Test
    void aClockThatIsSetBackHoldsUpNothing() {
        some.shown();
        some.origin.harvests(() -> new Harvested.Failed(new Trouble("The disk is full.", true)));
        assertThat(preparing()).isTrue();
        some.pass(A_WHILE);

        some.clock.pass(Duration.ofHours(-1));

        assertThat(preparing()).isFalse();
    }

    @Test
    void ofAnotherChannelOfTheEventNothingIsTold() {
        some.shown();
        var other = some.origin.playback(SomeBroadcasts.aBroadcastOf(some.event.id()));
        some.broadcasting.screening.show(some.event.id(), other.toString());

        assertThat(preparing()).isFalse();
        assertThat(noted.readings).isEqualTo(1);
    }

    private boolean preparing() {
        return harvests.inPreparation(some.keptEvent());
    }

    /** Counts how often it is asked, and may not answer. */
    private final class Noted extends BroadcastsInMemory {
        private int readings;
        private boolean silent;
        private boolean unreadable;
        private Runnable meanwhile = () -> {};

        @Override
        public Optional<Broadcast> find(EventId event) {
            readings++;
            meanwhile.run();
            if (silent) {
                throw new Unavailable("The store is silent.", Duration.ofSeconds(1));
            }
            if (unreadable) {
                throw new IllegalArgumentException("No enum constant foyer.media.ChannelState.PAUSED");
            }
            return some.broadcasts.find(event);
        }
    }
}
