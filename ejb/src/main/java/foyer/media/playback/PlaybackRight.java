package foyer.media.playback;

import foyer.event.EventId;
import foyer.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to fetch what lies under one path, for a while.
 *
 * @param session whose right it is; null where nobody has to register, so that it is nobody's in particular
 * @param path what may be fetched begins with it; begins and ends with a slash
 * @param notBefore in whole seconds, as its end
 * @param until the first moment at which it is over
 */
public record PlaybackRight(EventId event, @Nullable SessionId session, String path, Instant notBefore, Instant until) {
    /** Whose right it is; empty where it is nobody's in particular. */
    public Optional<SessionId> holder() {
        return Optional.ofNullable(session);
    }

    boolean covers(String asked) {
        return asked.startsWith(path) && asked.length() > path.length();
    }

    boolean tooEarlyAt(Instant now) {
        return now.isBefore(notBefore);
    }

    boolean overAt(Instant now) {
        return !now.isBefore(until);
    }
}
