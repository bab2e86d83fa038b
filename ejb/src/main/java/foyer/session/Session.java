package foyer.session;

import foyer.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right of one screen to watch one event for a while.
 *
 * @param userId the registration that watches; null where nobody has to register
 * @param expiresAt in whole seconds, for tokens and TTL attributes know no others
 */
public record Session(
        SessionId id, EventId eventId, @Nullable String userId, Instant createdAt, Instant expiresAt) {

    static Session opened(EventId eventId, @Nullable String userId, Instant now, Duration lifetime) {
        var end = Instant.ofEpochSecond(now.plus(lifetime).getEpochSecond());
        return new Session(SessionId.fresh(), eventId, userId, Instant.ofEpochMilli(now.toEpochMilli()), end);
    }

    /** The same for a node's memory, where thousands watch one event: its name is there once. */
    Session besideOthers() {
        return new Session(id, new EventId(eventId.value().intern()), userId, createdAt, expiresAt);
    }

    /** The registration that watches; empty where nobody has to register. */
    public Optional<String> registration() {
        return Optional.ofNullable(userId);
    }

    public boolean overAt(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Whose place in the video it is: a registration's on whatever screen, or else the session's own. */
    public String viewer() {
        return userId == null ? id.value() : userId;
    }
}
