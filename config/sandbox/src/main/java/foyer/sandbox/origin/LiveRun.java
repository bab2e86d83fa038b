package foyer.sandbox.origin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A live channel from its start to its stop. Segments are numbered by the clock alone, so numbers never
 * go back, not even over a restart, and all renditions agree on them without talking to each other.
 *
 * @param origin the first segment the channel ever had; discontinuities are counted from it
 * @param first the first segment of this run
 */
record LiveRun(long origin, long first, Optional<Instant> stoppedAt) {
    static final Duration SEGMENT = Duration.ofSeconds(2);
    /** As many are there at once when a channel starts, so that players need not wait for them. */
    static final int HEAD_START = 3;
    /** How many segments a playlist lists at most. */
    static final int WINDOW = 15;

    private static final Instant NUMBER_ZERO = Instant.parse("2020-01-01T00:00:00Z");

    static LiveRun firstFrom(Instant now) {
        var first = numberAt(now) - HEAD_START;
        return new LiveRun(first, first, Optional.empty());
    }

    /** Another run of the same channel. Its head start never reaches back into the run before. */
    LiveRun again(Instant now) {
        return new LiveRun(origin, Math.max(numberAt(now) - HEAD_START, end(now)), Optional.empty());
    }

    LiveRun stop(Instant now) {
        return isStopped() ? this : new LiveRun(origin, first, Optional.of(now));
    }

    boolean isStopped() {
        return stoppedAt.isPresent();
    }

    /** Behind the last segment that is there. */
    long end(Instant now) {
        return Math.max(first, numberAt(stoppedAt.orElse(now)));
    }

    /** The first segment the playlist lists. */
    long from(Instant now) {
        return Math.max(first, end(now) - WINDOW);
    }

    boolean has(long number, Instant now) {
        return number >= first && number < end(now);
    }

    /** How many discontinuities there were before this segment's own, in a loop of this many segments. */
    long discontinuitiesBefore(long number, int loop) {
        return Math.max(0, Math.floorDiv(number - 1, (long) loop) - Math.floorDiv(origin, (long) loop));
    }

    static Instant startOf(long number) {
        return NUMBER_ZERO.plus(SEGMENT.multipliedBy(number));
    }

    /** Of the segment that is being made at this time. */
    static long numberAt(Instant time) {
        return Math.floorDiv(Duration.between(NUMBER_ZERO, time).toMillis(), SEGMENT.toMillis());
    }
}
