package foyer.media;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentLengthsTest {
    private final SomeUploads some = new SomeUploads();
    private final Noted noted = new Noted();
    private final RecentLengths lengths = new RecentLengths(new Lengths(noted, some.library), some.clock);

    @Test
    void aHerdOfViewersLooksItUpOnce() {
        some.transcoding.lookAt(some.submitted());

        for (var viewer = 0; viewer < 100; viewer++) {
            assertThat(lengths.of(some.keptEvent())).contains(Duration.ofSeconds(5));
        }

        assertThat(noted.readings).isEqualTo(1);
    }

    @Test
    void ofAnotherRecordingItIsLookedUpAnew() {
        some.transcoding.lookAt(some.submitted());
        assertThat(lengths.of(some.keptEvent())).contains(Duration.ofSeconds(5));
        some.library.answers(() -> new Transcode.Done(Duration.ofMinutes(2)));

        some.transcoding.lookAt(some.submitted());

        assertThat(lengths.of(some.keptEvent())).contains(Duration.ofMinutes(2));
    }

    @Test
    void anEventWithoutAPictureHasNone() {
        assertThat(lengths.of(some.event)).isEmpty();
        assertThat(noted.readings).isZero();
    }

    @Test
    void whileTheStoreIsSilentNobodyKnowsAndNobodyWaitsForIt() {
        some.transcoding.lookAt(some.submitted());
        noted.silent = true;

        assertThat(lengths.of(some.keptEvent())).isEmpty();
        assertThat(lengths.of(some.keptEvent())).isEmpty();

        assertThat(noted.readings).isEqualTo(1);
        noted.silent = false;
        some.clock.pass(Duration.ofMinutes(2));
        assertThat(lengths.of(some.keptEvent())).contains(Duration.ofSeconds(5));
    }

    /** Counts how often it is asked, and may not answer. */
    private final class Noted extends RecordingsInMemory {
        private int readings;
        private boolean silent;

        @Override
        public List<Recording> of(EventId event) {
            readings++;
            if (silent) {
                throw new Unavailable("The store is silent.", Duration.ofSeconds(1));
            }
            return some.recordings.of(event);
        }
    }
}
