package foyer.event;

import foyer.shared.Alongside;
import foyer.shared.Outgoing;
import foyer.shared.Page;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All events, wherever they are kept. A keeper that does not answer fails with {@link foyer.shared.Unavailable}. */
public interface Events {
    /** What was last written, never anything older. */
    Optional<Event> find(EventId id);

    /** Adding the very same event again changes nothing; fails with {@link VersionConflict} rather than overwrite another. */
    void add(Event event);

    /** Fails with {@link VersionConflict} unless what is kept has the version of {@code before}; the news are kept with it. */
    default void replace(Event before, Event after, Outgoing... news) {
        replace(before, after, Alongside.nothing(), news);
    }

    /** @param alongside written in the same transaction, or refused with what it brought along */
    void replace(Event before, Event after, Alongside alongside, Outgoing... news);

    /** Those that are known at Vimeo by this number, newest first, ten at most; a write may show some moments later. */
    List<EventId> atVimeo(VimeoId number);

    /** Newest first; as many as {@link EventQuery#fitting} if there are as many. */
    Page<Event> list(EventQuery query, Instant now);
}
