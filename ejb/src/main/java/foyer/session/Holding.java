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
                .filter(session -> sessions.standingOf(session) == Standing.LIVE)
                .isPresent();
    }

    /** How a registration's session stands, as the store says now. */
    public Standing standingOf(Session session) {
        return session.overAt(clock.instant()) ? Standing.EXPIRED : sessions.standingOf(session);
    }

    /**
     * Fails with {@link Unauthenticated} for a session that is over, was closed or was taken back. One that made way for a
     * newer screen may not watch any more, but is the same viewer's still. Asks the store.
     */
    public void refuseWithoutRight(Session session) {
        switch (standingOf(session)) {
            case LIVE, REPLACED_BY_NEWER_SCREEN -> {}
            case EXPIRED, REVOKED, CLOSED, EVENT_CANCELLED ->
                throw new Unauthenticated("This session is over. Come in again.");
        }
    }
}
