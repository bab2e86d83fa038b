package foyer.traffic;

import java.time.Duration;
import java.time.Instant;

/**
 * Failed tries that are not yet forgiven.
 *
 * @param count after the last one
 * @param last when that was
 */
record Tries(int count, Instant last) {
    static final Tries NONE = new Tries(0, Instant.EPOCH);
    static final Duration FORGIVEN_AFTER = Duration.ofMinutes(30);

    private static final Duration ONE_FORGIVEN_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** Longer than a thread is held up between looking at the clock and noting it. */
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private static final int FREE = 5;
    private static final int MOST_COUNTED = 20;

    Tries failedAt(Instant now) {
        return new Tries(Math.min(MOST_COUNTED, countAt(now) + 1), now);
    }

    /** As it has to be looked at now: what a clock noted that was set back since is as fresh as can be, and no fresher. */
    Tries seenAt(Instant now) {
        return last.isAfter(now.plus(AT_ONCE)) ? new Tries(count, now) : this;
    }

    /** One of them was none. */
    Tries oneLess() {
        return new Tries(Math.max(0, count - 1), last);
    }

    /** In whole seconds, zero if the next try may come now. Of those that come at once one may be noted ahead of another's now. */
    Duration waitAt(Instant now) {
        var delay = delay();
        var left = Duration.between(now, last.plus(delay));
        if (delay.isZero() || left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(delay) < 0
                ? Duration.ofSeconds(left.plusNanos(999_999_999).toSeconds())
                : delay;
    }

    private Duration delay() {
        if (count < FREE) {
            return Duration.ZERO;
        }
        var doubled = Duration.ofSeconds(1L << (count - FREE));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    int countAt(Instant now) {
        var forgiven = Math.max(0, Duration.between(last, now).dividedBy(ONE_FORGIVEN_EVERY));
        return (int) Math.max(0, count - forgiven);
    }
}
