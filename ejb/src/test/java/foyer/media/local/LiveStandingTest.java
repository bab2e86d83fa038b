package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.ChannelState;
import foyer.shared.SettableClock;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A channel that somebody feeds, on a disk that may not answer. */
@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveStandingTest {
    private final Programs programs = new Programs();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile boolean full;
    private volatile boolean silent;
    private volatile boolean asked;
    private final LiveStanding standing = new LiveStanding(new SettableClock(), this::isFull);

    @BeforeEach
    void somebodyMayComeIn() throws IOException {
        standing.listens(Ear.open(programs, "true"));
    }

    @AfterEach
    void thisServerEnds() {
        end.countDown();
        programs.close();
    }

    @Test
    void whoFeedsADiskWithoutRoomIsTold() {
        standing.enter();
        standing.look();
        assertThat(standing.status().trouble()).isNull();

        full = true;
        // It looks again while the disk takes longer than a moment.
        GuestList.await(() -> {
            standing.look();
            return Complaint.fullWhileLive().equals(standing.status().trouble());
        });
    }

    @Test
    void aDiskThatDoesNotAnswerEndsNothingAndKeepsNobodyWaiting() {
        assertThat(standing.enter()).isPresent();
        silent = true;

        standing.look();
        standing.look();

        assertThat(standing.status().state()).isEqualTo(ChannelState.RUNNING);
        assertThat(standing.status().trouble()).isNull();
    }

    @Test
    void howAChannelStandsIsToldWhileTheDiskIsAsked() throws InterruptedException {
        assertThat(standing.enter()).isPresent();
        silent = true;
        var looking = Daemons.run("looking", standing::look);
        GuestList.await(() -> asked);

        standing.stop();

        assertThat(standing.status().state()).isEqualTo(ChannelState.STOPPING);
        looking.join();
    }

    @Test
    void anEncoderIsLetInThoughTheDiskDoesNotAnswer() {
        silent = true;

        assertThat(standing.enter()).isPresent();
    }

    private boolean isFull() {
        if (silent) {
            asked = true;
            try {
                end.await();
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
        return full;
    }
}
