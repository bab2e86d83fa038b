package foyer.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long the store takes to answer at present, as this node finds it, the line before it included. By it what can wait makes room
 * for those who cannot: with a store that slows down, and on a node whose own processors are what is short.
 */
public final class Strain {
    /** Of a store at ease a call takes some milliseconds, a transaction twice as long: on average calls stand in line then. */
    private static final Duration EASE = Duration.ofMillis(25);
    /** So that one call that hangs tells of nothing but itself. */
    private static final Duration LONGEST = EASE.multipliedBy(10);
    /** After one that lasted, some eighty quick calls tell that it is over. */
    private static final int CALLS = 32;

    private final AtomicLong meanNanos = new AtomicLong();

    /** A call is over, however it ended. */
    public void took(Duration call) {
        var nanos = Math.min(call.toNanos(), LONGEST.toNanos());
        meanNanos.updateAndGet(mean -> mean + (nanos - mean) / CALLS);
    }

    /** Whether what can wait shall be slow. */
    public boolean felt() {
        return meanNanos.get() > EASE.toNanos();
    }
}
