package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.TooManyRequests;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BodiesAwaitedTest {
    private static final String SLOW = "192.0.2.1";

    private final BodiesAwaited bodies = new BodiesAwaited(Duration.ofMillis(1));
    private final CountDownLatch begun = new CountDownLatch(BodiesAwaited.FROM_ONE_NETWORK);
    private final CountDownLatch come = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @BeforeEach
    void oneNetworkKeepsAllItsBodiesBack() throws InterruptedException {
        for (var body = 0; body < BodiesAwaited.FROM_ONE_NETWORK; body++) {
            threads.execute(() -> bodies.read(SLOW, this::late));
        }
        begun.await();
    }

    @AfterEach
    void allCome() {
        come.countDown();
        threads.shutdownNow();
    }

    @Test
    void oneMoreIsNotAwaited() {
        assertThatThrownBy(() -> bodies.read(SLOW, () -> "one more")).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void othersAreRead() {
        assertThat(bodies.read("192.0.2.2", () -> "another's")).isEqualTo("another's");
    }

    @Test
    void onceTheyHaveComeThereIsRoomAgain() throws InterruptedException {
        come.countDown();
        threads.shutdown();

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(bodies.read(SLOW, () -> "next")).isEqualTo("next");
    }

    @Test
    void oneThatBreaksOffLeavesItsPlace() {
        var other = "2001:db8::1";
        for (var body = 0; body <= BodiesAwaited.FROM_ONE_NETWORK; body++) {
            assertThatThrownBy(() -> bodies.read(other, BodiesAwaitedTest::brokenOff))
                    .isInstanceOf(IOException.class);
        }
    }

    private String late() {
        begun.countDown();
        try {
            come.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        return "late";
    }

    private static String brokenOff() throws IOException {
        throw new IOException("reset");
    }
}
