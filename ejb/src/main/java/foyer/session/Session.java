package foyer.session;

import com.github.benmanes.caffeine.cache.Interner;
import foyer.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right of one screen to watch one event for a while.
 *
 * @param userId the registration that watches; null where nobody has to register
 * @param createdMillis since the epoch: a node holds ten thousands of these in memory
 * @param expiresSecond since the epoch: tokens and TTL attributes know no shares of a second
 */
public record Session(
        SessionId id, EventId eventId, @Nullable String userId, long createdMillis, long expiresSecond) {

    static Session opened(EventId eventId, @Nullable String userId, Instant now, Duration lifetime) {
        return new Session(
                SessionId.fresh(),
                eventId,
                userId,
                now.toEpochMilli(),
                now.plus(lifetime).getEpochSecond());
    }

    /** The same for a node's memory, where thousands watch one event: its name is there once. */
    Session besideOthers(Interner<EventId> events) {
        return new Session(id, events.intern(eventId), userId, createdMillis, expiresSecond);
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdMillis);
    }

    public Instant expiresAt() {
        return Instant.ofEpochSecond(expiresSecond);
    }

    /** The registration that watches; empty where nobody has to register. */
    public Optional<String> registration() {
        return Optional.ofNullable(userId);
    }

    public boolean overAt(Instant now) {
        return now.getEpochSecond() >= expiresSecond;
    }

    /** Whose place in the video it is: a registration's on whatever screen, or else the session's own. */
    public String viewer() {
        return userId == null ? id.value() : userId;
    }
}
