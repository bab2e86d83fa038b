package foyer.event;

import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.Optional;

/** All events, wherever they are kept. A keeper that does not answer fails with {@link foyer.shared.Unavailable}. */
public interface Events {
    /** What was last written, never anything older. */
    Optional<Event> find(EventId id);

    /** Adding the very same event again changes nothing; fails with {@link VersionConflict} rather than overwrite another. */
    void add(Event event);

    /** Fails with {@link VersionConflict} unless what is kept has the version of {@code before}; the news are kept with it. */
    void replace(Event before, Event after, Outgoing... news);

    /** Newest first; exactly as many as asked for if there are as many. */
    Page<Event> list(EventQuery query, Instant now);
}
