package foyer.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final Duration SOON = Duration.ofMillis(10);

    @Test
    void nobodyWaitsWhereNobodyIs() {
        var line = new Lane(20).line();

        assertThat(line.before()).isZero();
        assertThat(line.delay()).isZero();
    }

    @Test
    void peopleGoAtTheRateOneAfterTheOther() {
        assertThat(taken(new Lane(20), 24, true)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void whatNobodyWaitsForGoesAtHalfTheRate() {
        assertThat(taken(new Lane(20), 12, false)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void whoComesHearsHowLongTheLineIs() {
        var lane = new Lane(1);
        lane.pass(true);
        var first = CompletableFuture.runAsync(() -> lane.pass(true));
        while (lane.line().before() == 0 && !first.isDone()) {
            LockSupport.parkNanos(SOON.toNanos());
        }

        assertThat(lane.line().before()).isEqualTo(1);
        assertThat(lane.line().delay()).isGreaterThan(Duration.ofSeconds(1));
        first.join();
    }

    private static Duration taken(Lane lane, int calls, boolean someoneWaits) {
        var begun = System.nanoTime();
        IntStream.range(0, calls).forEach(call -> lane.pass(someoneWaits));
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
