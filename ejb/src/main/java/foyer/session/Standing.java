package foyer.session;

import java.util.Locale;

/** Whether a session may go on, and why not. */
public enum Standing {
    LIVE,
    EXPIRED,
    /** Somebody took the right back: an operator, a cancellation, a new link. */
    REVOKED,
    /** The registration watches on as many newer screens as the event allows. */
    REPLACED_BY_NEWER_SCREEN,
    /** The screen itself said that it is done. */
    CLOSED,
    EVENT_CANCELLED;

    /** As a heartbeat is told: {@code replaced_by_newer_screen}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
