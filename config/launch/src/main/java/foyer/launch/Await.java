package foyer.launch;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what comes up by itself, by asking often and giving up at a deadline. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Between questions to a server that starts: asking more often would take from it what it needs to get ready. */
    private static final Duration WHILE_STARTING = Duration.ofMillis(250);

    private Await() {}

    /** Whether the condition came true before the time was over. */
    public static boolean until(Duration atMost, BooleanSupplier condition) {
        return until(atMost, PAUSE, condition);
    }

    /** The same for a server's start, asked about less often. */
    public static boolean started(Duration atMost, BooleanSupplier condition) {
        return until(atMost, WHILE_STARTING, condition);
    }

    private static boolean until(Duration atMost, Duration pause, BooleanSupplier condition) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(pause.toNanos());
        }
        return true;
    }
}
