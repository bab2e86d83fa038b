package foyer.session;

import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** Tells whether whoever carries a session still holds the right it was opened by. */
@Dependent
public class Holding {
    private final Sessions sessions;
    private final Clock clock;

    @Inject
    Holding(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether a screen may still watch, by what the store says now. */
    public boolean mayWatch(SessionId id) {
        return sessions.find(id)
                .filter(session -> !session.overAt(clock.instant()))
                .filter(session -> sessions.screens(session.viewer()).standingOf(session) == Standing.LIVE)
                .isPresent();
    }

    /**
     * Fails with {@link Unauthenticated} for a session that is over or was taken back; one that made way for a newer screen
     * is neither, for it is the same viewer's. Asks the store.
     */
    public void refuseWithoutRight(Session session) {
        if (session.overAt(clock.instant())
                || sessions.screens(session.viewer()).standingOf(session) == Standing.REVOKED) {
            throw new Unauthenticated("This session is over. Come in again.");
        }
    }
}
