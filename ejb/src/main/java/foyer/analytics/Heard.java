package foyer.analytics;

import foyer.session.Figures;
import foyer.session.Session;

/**
 * What one node heard last of one screen.
 *
 * @param at when, in epoch milliseconds
 * @param firstMinute of what is not counted yet, in minutes since the epoch
 */
record Heard(Session session, Figures figures, long at, long firstMinute) {
    static final long MINUTE_MILLIS = 60_000;

    long minute() {
        return at / MINUTE_MILLIS;
    }

    /** How long its session had been open: nobody can have watched longer. */
    long openMillis() {
        return Math.max(0, at - session.createdAt().toEpochMilli());
    }
}
