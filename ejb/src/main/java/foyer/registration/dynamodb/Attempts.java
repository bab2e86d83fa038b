package foyer.registration.dynamodb;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Counts how often something met others at work, and waits a while of random length that grows. */
final class Attempts {
    private static final int MOST = 60;
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(150);

    private int made;

    /** Fails with {@link Unavailable} when there were too many. */
    void pause() {
        if (++made > MOST) {
            throw new Unavailable("Many register for this event at present. Please try again.", Duration.ofSeconds(1));
        }
        var most = Math.min(LONGEST.toNanos(), FIRST.toNanos() * made);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}
