package foyer.media;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The broadcasts of all events, one of each: the last that was prepared, wherever they are noted. A keeper that does not answer fails with
 * {@link foyer.shared.Unavailable}.
 */
public interface Broadcasts {
    /** What was last written, never anything older. */
    Optional<Broadcast> find(EventId event);

    /** Adding the very same again changes nothing; fails with {@link VersionConflict} where the event has another. */
    void add(Broadcast broadcast);

    /**
     * Fails with {@link VersionConflict} unless what is kept is {@code before}, by its version.
     *
     * @param after of the same event; another broadcast takes the place of one that is over, or shows nothing
     * @param facts kept in the same write; one that was kept before is not kept again, and refuses nothing
     */
    default void replace(Broadcast before, Broadcast after, Outgoing... facts) {
        replace(before, after, Alongside.nothing(), facts);
    }

    /** The same, and in the same write what others change. */
    void replace(Broadcast before, Broadcast after, Alongside alongside, Outgoing... facts);

    /** Those that somebody has to look at, the longest due first; they may have been changed since. */
    List<Broadcast> due(Instant now, int most);
}
