package foyer.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingLineTest {
    private final ExecutorService crowd = Executors.newCachedThreadPool();

    @AfterEach
    void sendTheCrowdHome() {
        crowd.shutdownNow();
    }

    @Test
    void oneCoreIsLeftForEverybodyElse() throws Exception {
        var line = new HashingLine(settings(20, Duration.ofSeconds(20)), 4);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var everybody = new CountDownLatch(12);

        for (var person = 0; person < 12; person++) {
            crowd.execute(() -> line.pass(() -> {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                Ids.fresh();
                inside.decrementAndGet();
                everybody.countDown();
                return true;
            }));
        }

        assertThat(everybody.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void whoFindsTheLineFullIsTurnedAwayAndTheOthersAreNot() throws Exception {
        var line = new HashingLine(settings(2, Duration.ofSeconds(20)), 2);
        var hold = new CountDownLatch(1);
        var refused = new AtomicInteger();
        var passed = new AtomicInteger();
        var decided = new CountDownLatch(2);

        blockTheOnlyPlace(line, hold);
        var waiting = inParallel(4, person -> {
            try {
                line.pass(passed::incrementAndGet);
            } catch (TooManyRequests full) {
                refused.incrementAndGet();
                decided.countDown();
            }
        });
        assertThat(decided.await(20, TimeUnit.SECONDS)).isTrue();
        hold.countDown();
        for (var each : waiting) {
            each.get(20, TimeUnit.SECONDS);
        }

        assertThat(refused.get()).isEqualTo(2);
        assertThat(passed.get()).isEqualTo(2);
    }

    @Test
    void whoWaitsTooLongIsToldToComeBack() throws Exception {
        var line = new HashingLine(settings(2, Duration.ofMillis(20)), 1);
        var hold = new CountDownLatch(1);

        blockTheOnlyPlace(line, hold);

        assertThatThrownBy(() -> line.pass(() -> true)).isInstanceOf(TooManyRequests.class);
        hold.countDown();
    }

    @Test
    void aFailureLeavesThePlaceToTheNext() {
        var line = new HashingLine(settings(1, Duration.ofSeconds(1)), 1);

        assertThatThrownBy(() -> line.pass(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(line.pass(() -> "next")).isEqualTo("next");
    }

    private void blockTheOnlyPlace(HashingLine line, CountDownLatch hold) throws InterruptedException {
        var inside = new CountDownLatch(1);
        crowd.execute(() -> line.pass(() -> {
            inside.countDown();
            try {
                return hold.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException ending) {
                return false;
            }
        }));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private List<Future<?>> inParallel(int people, IntConsumer work) {
        var futures = new ArrayList<Future<?>>();
        for (var person = 0; person < people; person++) {
            var number = person;
            futures.add(crowd.submit(() -> work.accept(number)));
        }
        return futures;
    }

    private static PasswordSettings settings(int line, Duration patience) {
        return new PasswordSettings(1_000, line, patience);
    }
}
