package foyer.analytics;

import foyer.session.Figures;
import java.time.Instant;

/**
 * What of one screen is counted.
 *
 * @param sequence of the report that it was counted by; zero: none yet
 * @param ratedMillis how much of what was watched is in the kilobits
 * @param stretches of the video that were counted because this screen showed them
 * @param started whether its start-up time is counted
 * @param failed whether it is counted among those that failed
 * @param until when its session is over
 */
public record ScreenTally(
        String session,
        String screen,
        long sequence,
        long watchedMillis,
        long stalledMillis,
        long stalls,
        long kilobits,
        long ratedMillis,
        long stretches,
        boolean started,
        boolean failed,
        Instant until) {
    static ScreenTally none(Heard heard) {
        var session = heard.session();
        return new ScreenTally(
                session.id().value(), heard.figures().screen(), 0, 0, 0, 0, 0, 0, 0, false, false, session.expiresAt());
    }

    boolean isOf(Heard heard) {
        return ofSession(heard) && screen.equals(heard.figures().screen());
    }

    boolean ofSession(Heard heard) {
        return session.equals(heard.session().id().value());
    }

    /**
     * With what was heard; its sums never shrink.
     *
     * @param mostWatched what its session leaves to it, in milliseconds
     * @param mostStalled likewise
     * @param fresh stretches of the video that nobody saw before on any of the viewer's screens
     */
    ScreenTally with(Heard heard, long mostWatched, long mostStalled, int fresh) {
        var figures = heard.figures();
        var watched = between(watchedMillis, figures.watchedMillis(), mostWatched);
        return new ScreenTally(
                session,
                screen,
                figures.sequence(),
                watched,
                between(stalledMillis, figures.stalledMillis(), mostStalled),
                between(stalls, figures.stalls(), 1 + heard.openMillis() / 1_000),
                Math.max(kilobits, kilobits(figures, watched)),
                figures.bitrate() > 0 ? watched : ratedMillis,
                stretches + fresh,
                started || figures.startupMillis() >= 0,
                failed || figures.failed(),
                until);
    }

    private static long kilobits(Figures figures, long watchedMillis) {
        return figures.bitrate() / 1_000 * watchedMillis / 1_000;
    }

    private static long between(long least, long wanted, long most) {
        return Math.max(least, Math.min(wanted, most));
    }
}
