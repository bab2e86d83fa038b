package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.InputFinding;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LiveHealthTest {
    private static final LiveInput.Picture PICTURE = new LiveInput.Picture(640, 360, "25", "640x360 25 fps h264");
    private static final LiveInput WHOLE = new LiveInput(PICTURE, "aac 48000 Hz stereo");

    private final AtomicLong nanos = new AtomicLong(-7);
    private final BitMeter meter = new BitMeter(nanos::get);

    @Test
    void theRateIsThatOfTheLastSeconds() {
        come(20, 125_000);
        come(10, 250_000);

        assertThat(meter.rate()).isBetween(1_900_000L, 2_200_000L);
    }

    @Test
    void whatIsWholeIsWell() {
        come(10, 125_000);
        var health = LiveHealth.of(meter, WHOLE);

        assertThat(health.connected()).isTrue();
        assertThat(health.findings()).isEmpty();
        assertThat(health.video()).isEqualTo("640x360 25 fps h264");
        assertThat(health.bitrate()).isPositive();
    }

    @Test
    void whatIsMissingIsFound() {
        come(2, 125_000);

        assertThat(LiveHealth.of(meter, new LiveInput(null, "aac 48000 Hz mono"))
                        .findings())
                .containsExactly(InputFinding.NO_VIDEO);
        assertThat(LiveHealth.of(meter, new LiveInput(PICTURE, null)).findings())
                .containsExactly(InputFinding.NO_AUDIO);
    }

    @Test
    void whileItIsNotKnownWhatComesNothingIsMissing() {
        come(1, 125_000);

        assertThat(LiveHealth.of(meter, null).findings()).isEmpty();
    }

    @Test
    void fewBitsAreFoundOnceTheyHaveComeForAWhile() {
        come(4, 5_000);
        assertThat(LiveHealth.of(meter, WHOLE).findings()).isEmpty();

        come(4, 5_000);
        assertThat(LiveHealth.of(meter, WHOLE).findings()).containsExactly(InputFinding.LOW_BITRATE);
    }

    @Test
    void anEncoderThatFallsSilentIsLost() {
        come(6, 125_000);
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());

        assertThat(LiveHealth.of(meter, WHOLE).findings()).containsExactly(InputFinding.INPUT_LOST);
        assertThat(meter.rate()).isZero();
    }

    @Test
    void aTrackThatStopsIsMissingThoughTheOtherComes() {
        come(6, 125_000);

        come(3, 125_000, EnumSet.of(LiveTrack.PICTURE));
        assertThat(LiveHealth.of(meter, WHOLE).findings()).isEmpty();
        come(1, 125_000, EnumSet.of(LiveTrack.PICTURE));
        assertThat(LiveHealth.of(meter, WHOLE).findings()).containsExactly(InputFinding.NO_AUDIO);

        come(4, 125_000, EnumSet.of(LiveTrack.SOUND));
        assertThat(LiveHealth.of(meter, WHOLE).findings()).containsExactly(InputFinding.NO_VIDEO);
        come(1, 125_000);
        assertThat(LiveHealth.of(meter, WHOLE).findings()).isEmpty();
    }

    @Test
    void withoutAnEncoderItSaysWhetherThereEverWasOne() {
        assertThat(LiveHealth.without(false).findings()).containsExactly(InputFinding.NO_INPUT);
        assertThat(LiveHealth.without(true).findings()).containsExactly(InputFinding.INPUT_LOST);
    }

    /** So many seconds, each of so many bytes, of both tracks. */
    private void come(int seconds, long bytes) {
        come(seconds, bytes, EnumSet.allOf(LiveTrack.class));
    }

    private void come(int seconds, long bytes, Set<LiveTrack> tracks) {
        for (var tenth = 0; tenth < seconds * 10; tenth++) {
            nanos.addAndGet(Duration.ofMillis(100).toNanos());
            meter.add(bytes / 10);
            tracks.forEach(meter::heard);
        }
    }
}
