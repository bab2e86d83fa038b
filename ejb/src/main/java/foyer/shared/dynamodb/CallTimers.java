package foyer.shared.dynamodb;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the time of calls. The SDK gives every call two timers, which are cancelled when it is answered; by its own
 * executor they would lie in memory until their time all the same, those of a rush by the ten thousands.
 */
final class CallTimers {
    // What a timer does is to end a call, which takes no time.
    private static final int THREADS = 2;

    private CallTimers() {}

    /** Whoever opens it shuts it down: the SDK ends none but its own. */
    static ScheduledThreadPoolExecutor open() {
        var count = new AtomicInteger();
        var timers = new ScheduledThreadPoolExecutor(THREADS, work -> {
            var thread = new Thread(work, "store-timer-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        timers.setRemoveOnCancelPolicy(true);
        return timers;
    }
}
