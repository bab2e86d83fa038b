package foyer.media;

import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.cost.Billed;
import foyer.media.cost.Meter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterTest {
    private static final Duration A_WHILE = Duration.ofSeconds(30);

    @ParameterizedTest
    @CsvSource({
        "CREATING, CREATING, 0, 30",
        "CREATING, IDLE, 0, 30",
        "IDLE, IDLE, 0, 30",
        "IDLE, STARTING, 30, 0",
        "IDLE, RUNNING, 30, 0",
        "STARTING, RUNNING, 30, 0",
        "RUNNING, RUNNING, 30, 0",
        "RECOVERING, RUNNING, 30, 0",
        "RUNNING, STOPPING, 30, 0",
        "RUNNING, IDLE, 30, 0",
        "STOPPING, IDLE, 30, 0",
        "RUNNING, DELETED, 30, 0",
        "IDLE, DELETED, 0, 30",
        "DELETING, DELETED, 0, 30",
        "DELETED, CREATING, 0, 0",
        "CREATE_FAILED, CREATE_FAILED, 0, 0",
    })
    void timeCountsAsWhatWasSeenAndInDoubtAsRunning(ChannelState before, ChannelState after, int running, int idle) {
        assertThat(Meter.from(NOON).read(before.billed(), after.billed(), NOON.plus(A_WHILE)))
                .isEqualTo(new Meter(Duration.ofSeconds(running), Duration.ofSeconds(idle), NOON.plus(A_WHILE)));
    }

    @Test
    void timeThatNobodyLookedIsNotLost() {
        var before = Meter.from(NOON).read(Billed.RUNNING, Billed.RUNNING, NOON.plusSeconds(2));

        var after = before.read(Billed.RUNNING, Billed.RUNNING, NOON.plus(Duration.ofHours(3)));

        assertThat(after.running()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aClockThatIsBehindTakesNothingBackAndCountsNothingTwice() {
        var read = Meter.from(NOON).read(Billed.RUNNING, Billed.RUNNING, NOON.plus(A_WHILE));

        assertThat(read.read(Billed.RUNNING, Billed.RUNNING, NOON)).isEqualTo(read);
        assertThat(read.read(Billed.RUNNING, Billed.RUNNING, NOON.plus(A_WHILE)))
                .isEqualTo(read);
    }
}
