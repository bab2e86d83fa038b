package foyer.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long people wait for the store at present, as this node finds it, the line before it included. By it what can wait makes room
 * for those who cannot: with a store that slows down, and on a node whose own processors are what is short.
 */
public final class Strain {
    /** A call counts for so many times the ease at most: one that hangs tells of nothing but itself. */
    private static final int LONGEST = 10;
    /** After one that lasted, some eighty quick calls tell that it is over. */
    private static final int CALLS = 32;
    /** Where nobody has asked for so long, nobody is kept waiting. */
    private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

    private final long easeNanos;
    private final LongSupplier nanos;
    private final AtomicLong meanNanos = new AtomicLong();
    private volatile long lastAt;

    /**
     * @param ease what a call takes on average at most of a store that is at ease
     * @param nanos tells the time by a clock that nobody sets, as {@link System#nanoTime()} does
     */
    public Strain(Duration ease, LongSupplier nanos) {
        this.easeNanos = ease.toNanos();
        this.nanos = nanos;
        this.lastAt = nanos.getAsLong();
    }

    /** A call is over for which somebody waited, however it ended. */
    public void waited(Duration call) {
        var anew = quiet();
        var took = Math.min(call.toNanos(), LONGEST * easeNanos);
        meanNanos.updateAndGet(mean -> anew ? took / CALLS : mean + (took - mean) / CALLS);
        lastAt = nanos.getAsLong();
    }

    /** Whether what can wait shall be slow. */
    public boolean felt() {
        return meanNanos.get() > easeNanos && !quiet();
    }

    private boolean quiet() {
        return nanos.getAsLong() - lastAt > QUIET_NANOS;
    }
}
