package foyer.session;

import java.time.Instant;

/** Counts what screens measure. */
public interface Audience {
    /**
     * Hears what a screen has measured; asks no store.
     *
     * @return up to which of its reports the screen is known to be counted for good, whatever becomes of this node; zero: none
     */
    long hear(Session session, Figures figures, Instant now);
}
