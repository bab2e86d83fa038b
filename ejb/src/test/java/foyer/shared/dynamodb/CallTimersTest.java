package foyer.shared.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallTimersTest {
    private static final int CALLS = 1_000;

    @Test
    void callsThatAreAnsweredLeaveNoTimer() {
        assertThat(leftOf(CallTimers.open())).isZero();
    }

    @Test
    void byTheSdksOwnExecutorEachWouldLeaveOne() {
        assertThat(leftOf((ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1)))
                .isEqualTo(CALLS);
    }

    private static int leftOf(ScheduledThreadPoolExecutor timers) {
        try {
            for (var call = 0; call < CALLS; call++) {
                timers.schedule(() -> {}, 1, TimeUnit.HOURS).cancel(false);
            }
            return timers.getQueue().size();
        } finally {
            timers.shutdownNow();
        }
    }
}
