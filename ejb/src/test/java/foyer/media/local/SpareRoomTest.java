package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SpareRoomTest {
    /** Longer than a thread takes to begin, however busy a machine is. */
    private static final Duration LONG = Duration.ofSeconds(10);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean full;
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private final SpareRoom room = new SpareRoom(this::says, LONG);

    @Test
    void itIsFullWhenTheDiskSaysSo() {
        assertThat(room.isFull()).isFalse();
        full = true;
        assertThat(room.isFull()).isTrue();
        full = false;
        assertThat(room.isFull()).isFalse();
    }

    @Test
    void whileTheDiskIsSilentWhatItSaidLastHolds() {
        var room = new SpareRoom(this::says, Duration.ofMillis(100));
        full = true;
        GuestList.await(room::isFull);

        full = false;
        var before = asked.get();
        silence = new CountDownLatch(1);
        for (var time = 0; time < 5; time++) {
            assertThat(room.isFull()).isTrue();
        }
        assertThat(asked).as("and it is not asked again").hasValue(before + 1);

        silence.countDown();
        GuestList.await(() -> !room.isFull());
    }

    @Test
    void aDiskThatFailsIsToldOfAndAskedAgain() {
        var failing = new SpareRoom(
                () -> {
                    throw new Unavailable("The disk for recordings fails.", Duration.ofMinutes(1));
                },
                LONG);

        for (var time = 0; time < 2; time++) {
            assertThatThrownBy(failing::isFull).isInstanceOf(Unavailable.class);
        }
    }

    private boolean says() {
        asked.incrementAndGet();
        try {
            silence.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return full;
    }
}
