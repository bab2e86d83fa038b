package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoreLineTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Test
    void whoWaitsIsBeforeWhoComesAgain() throws InterruptedException {
        var line = new StoreLine(1, LONG);
        var waits = new Thread(() -> line.inTurn(() -> calls.add("waited")));

        line.inTurn(() -> {
            waits.start();
            while (waits.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            return calls.add("first");
        });
        line.inTurn(() -> calls.add("again"));

        waits.join();
        assertThat(calls).containsExactly("first", "waited", "again");
    }

    @Test
    void whoHasWaitedTooLongCallsWithoutATurnAndTakesNobodysPlace() throws InterruptedException {
        var line = new StoreLine(1, Duration.ofMillis(20));
        var ended = new CountDownLatch(1);
        var inside = new CountDownLatch(1);
        var slow = new Thread(() -> line.inTurn(() -> stay(inside, ended)));
        slow.start();
        inside.await();

        line.inTurn(() -> calls.add("late"));
        line.inTurn(() -> calls.add("later"));

        assertThat(calls).containsExactly("late", "later");
        ended.countDown();
        slow.join();
    }

    private boolean stay(CountDownLatch inside, CountDownLatch ended) {
        inside.countDown();
        try {
            ended.await();
            return true;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
