package foyer.analytics;

import foyer.session.Figures;
import foyer.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A screen as one node knows it.
 *
 * @param uncounted the newest of what is still to be counted; null: nothing
 * @param countedTo the sequence up to which it is counted for good
 * @param countedAt when that was found, in epoch milliseconds; zero: never
 * @param heardAt when it was last heard of, in epoch milliseconds
 */
record HeardScreen(@Nullable Heard uncounted, long countedTo, long countedAt, long heardAt) {
    // The first comes when a session was just opened, so that next to nothing of it can be counted.
    private static final long AT_ONCE = 2;
    private static final Duration SILENT = Duration.ofMinutes(3);

    /** How long after its session what it told can still be counted, while the store is silent. */
    static final Duration STRAGGLERS = Duration.ofHours(1);

    static final HeardScreen NEW = new HeardScreen(null, 0, 0, 0);

    HeardScreen hears(Session session, Figures figures, Instant now) {
        var at = now.toEpochMilli();
        var known = uncounted == null ? countedTo : uncounted.figures().sequence();
        if (figures.sequence() <= known) {
            return new HeardScreen(uncounted, countedTo, countedAt, at);
        }
        var since = uncounted == null ? at / Heard.MINUTE_MILLIS : uncounted.firstMinute();
        return new HeardScreen(new Heard(session, figures, at, since), countedTo, countedAt, at);
    }

    /** As it is once this was counted, or found not to count; what came meanwhile is still to be counted. */
    HeardScreen counted(Heard heard, Instant now) {
        var to = Math.max(countedTo, heard.figures().sequence());
        var left = uncounted == null || uncounted.figures().sequence() <= to ? null : uncounted;
        return new HeardScreen(left, to, now.toEpochMilli(), heardAt);
    }

    /** A screen's first two and its last at once, others when their time has come. */
    boolean due(Instant now, Duration every) {
        return uncounted != null
                && (uncounted.figures().sequence() <= AT_ONCE
                        || countedAt == 0
                        || uncounted.figures().last()
                        || countedAt + every.toMillis() <= now.toEpochMilli());
    }

    Optional<Heard> toCount() {
        return Optional.ofNullable(uncounted);
    }

    /** Whether it is heard of no more, and all of it is counted or comes too late to be. */
    boolean gone(Instant now) {
        return uncounted == null
                ? heardAt < now.minus(SILENT).toEpochMilli()
                : uncounted.session().overAt(now.minus(STRAGGLERS));
    }
}
