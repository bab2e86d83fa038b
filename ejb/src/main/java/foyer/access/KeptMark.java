package foyer.access;

import foyer.event.EventId;
import java.time.Duration;

/**
 * What a browser keeps of a viewer, so that the page knows them when they come back.
 *
 * @param text says who it is, signed; it opens nothing
 * @param lifetime how long it is good for
 */
public record KeptMark(EventId eventId, String text, Duration lifetime) {
    /** Without the text, which tells its holder how far somebody has come. */
    @Override
    public String toString() {
        return "KeptMark[" + eventId + "]";
    }
}
