package foyer.analytics;

import foyer.session.Figures;
import foyer.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A screen as one node knows it; flat, for there are ten thousands of these in memory.
 *
 * @param name that it gave itself; the very text that the newest figures hold, as long as they are held
 * @param session of what is still to be counted; null: nothing is
 * @param uncounted the newest of that; null: nothing
 * @param uncountedAt when it was heard, in epoch milliseconds
 * @param firstMinute of it, in minutes since the epoch
 * @param countedTo the sequence up to which it is counted for good
 * @param countedAt when that was found, in epoch milliseconds; zero: never
 * @param heardAt when it was last heard of, in epoch milliseconds
 */
record HeardScreen(
        String name,
        @Nullable Session session,
        @Nullable Figures uncounted,
        long uncountedAt,
        int firstMinute,
        int countedTo,
        long countedAt,
        long heardAt)
        implements ScreensOfSession {
    // The first comes when a session was just opened, so that next to nothing of it can be counted.
    private static final long AT_ONCE = 2;
    private static final Duration SILENT = Duration.ofMinutes(3);

    /** How long after its session what it told can still be counted, while the store is silent. */
    static final Duration STRAGGLERS = Duration.ofHours(1);

    /** Of which nothing was heard yet. */
    static HeardScreen of(Figures first) {
        return new HeardScreen(first.screen(), null, null, 0, 0, 0, 0, 0);
    }

    HeardScreen hears(Session from, Figures figures, Instant now) {
        var at = now.toEpochMilli();
        var known = uncounted == null ? countedTo : uncounted.sequence();
        if (figures.sequence() <= known) {
            return new HeardScreen(name, session, uncounted, uncountedAt, firstMinute, countedTo, countedAt, at);
        }
        var since = uncounted == null ? (int) (at / Heard.MINUTE_MILLIS) : firstMinute;
        return new HeardScreen(figures.screen(), from, figures, at, since, countedTo, countedAt, at);
    }

    /** As it is once this was counted, or found not to count; what came meanwhile is still to be counted. */
    HeardScreen counted(Heard heard, Instant now) {
        var to = Math.max(countedTo, heard.figures().sequence());
        var at = now.toEpochMilli();
        return uncounted == null || uncounted.sequence() <= to
                ? new HeardScreen(name, null, null, 0, 0, to, at, heardAt)
                : new HeardScreen(name, session, uncounted, uncountedAt, firstMinute, to, at, heardAt);
    }

    /** A screen's first two and its last at once, others when their time has come. */
    boolean due(Instant now, Duration every) {
        return uncounted != null
                && (uncounted.sequence() <= AT_ONCE
                        || countedAt == 0
                        || uncounted.last()
                        || countedAt + every.toMillis() <= now.toEpochMilli());
    }

    /** Whether what is to be counted is of a viewer in this part of them all. */
    boolean isOf(int part, int parts) {
        return session != null && session.part(parts) == part;
    }

    Optional<Heard> toCount() {
        return session == null || uncounted == null
                ? Optional.empty()
                : Optional.of(new Heard(session, uncounted, uncountedAt, firstMinute));
    }

    /** Whether it is heard of no more, and all of it is counted or comes too late to be. */
    boolean gone(Instant now) {
        return session == null ? heardAt < now.minus(SILENT).toEpochMilli() : session.overAt(now.minus(STRAGGLERS));
    }

    @Override
    public @Nullable HeardScreen named(String wanted) {
        return name.equals(wanted) ? this : null;
    }

    @Override
    public int size() {
        return 1;
    }

    @Override
    public ScreensOfSession with(HeardScreen screen) {
        return name.equals(screen.name) ? screen : new SeveralScreens(Map.of(name, this, screen.name, screen));
    }

    @Override
    public @Nullable ScreensOfSession without(Predicate<HeardScreen> these) {
        return these.test(this) ? null : this;
    }

    @Override
    public Stream<HeardScreen> all() {
        return Stream.of(this);
    }
}
