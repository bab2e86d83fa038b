package foyer.media;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When somebody has to look at a broadcast again, by what it waits for. */
final class NextLook {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Duration MUCH_LATER = Duration.ofMinutes(5);
    private static final Duration LATEST = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 5;

    private NextLook() {}

    /** Something is on its way. */
    static Instant soon(Instant now) {
        return now.plus(SOON);
    }

    /** Somebody else does not answer, or is not done. */
    static Instant whileAwaited(Instant now) {
        return now.plus(SOON.multipliedBy(2));
    }

    /** It waits for its time. */
    static Instant before(Instant start, Instant now) {
        var later = now.plus(LATER);
        return start.isAfter(now) && start.isBefore(later) ? start : later;
    }

    /** A channel that cannot be set going is tried less and less often. */
    static Instant afterAttempts(int attempts, Instant now) {
        return now.plus(SOON.multipliedBy(1L << Math.min(attempts, MOST_DOUBLINGS)));
    }

    /**
     * A recording that cannot be made is tried the less often the longer nobody has seen to it.
     *
     * @param stopped since when there is one to make; null: only now
     */
    static Instant forHarvest(@Nullable Instant stopped, Instant now) {
        var quarter =
                stopped == null ? Duration.ZERO : Duration.between(stopped, now).dividedBy(4);
        if (quarter.compareTo(MUCH_LATER) < 0) {
            return now.plus(MUCH_LATER);
        }
        return now.plus(quarter.compareTo(LATEST) > 0 ? LATEST : quarter);
    }
}
