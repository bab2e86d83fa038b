package foyer.session;

import foyer.event.Event;
import java.util.Optional;

/** Renews the addresses of pictures while somebody watches. */
public interface Renewals {
    /**
     * An address that is good from now on, for a session that may go on.
     *
     * @param token of an address that the session was given before, be it over by now: by it alone is known that nothing else stood
     *     between the session and its picture
     * @return empty for a token that is not ours, or another's
     */
    Optional<Playback> renewed(Event event, Session session, String token);
}
