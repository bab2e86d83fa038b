package foyer.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a screen is given.
 *
 * @param token to be sent as {@code Authorization: Foyer}
 * @param position where the viewer was last; null where nobody knows
 */
public record OpenedSession(
        Session session, String token, @Nullable Duration position) {
    /** Without the token: this may end up in a log. */
    @Override
    public String toString() {
        return "OpenedSession[" + session.id().value() + "]";
    }
}
