package foyer.session;

import com.github.benmanes.caffeine.cache.Interner;
import foyer.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right of one screen to watch one event for a while. A node holds ten thousands of these in memory.
 *
 * @param registrant who watches; null where nobody has to register
 * @param createdMillis since the epoch
 * @param expiresSecond since the epoch: tokens and TTL attributes know no shares of a second
 */
public record Session(
        SessionId id, EventId eventId, @Nullable Registrant registrant, long createdMillis, long expiresSecond) {

    static Session opened(EventId eventId, @Nullable String userId, Instant now, Duration lifetime) {
        return kept(
                SessionId.fresh(),
                eventId,
                userId,
                now.toEpochMilli(),
                now.plus(lifetime).getEpochSecond());
    }

    /**
     * As it was written down.
     *
     * @param userId the registration that watches; null where nobody has to register
     */
    public static Session kept(
            SessionId id, EventId eventId, @Nullable String userId, long createdMillis, long expiresSecond) {
        return new Session(id, eventId, userId == null ? null : Registrant.of(userId), createdMillis, expiresSecond);
    }

    /** The same for a node's memory, where thousands watch one event: its name is there once. */
    Session besideOthers(Interner<EventId> events) {
        return new Session(id, events.intern(eventId), registrant, createdMillis, expiresSecond);
    }

    public Instant createdAt() {
        return Instant.ofEpochMilli(createdMillis);
    }

    public Instant expiresAt() {
        return Instant.ofEpochSecond(expiresSecond);
    }

    /** Whether it is a registration that watches. */
    public boolean registered() {
        return registrant != null;
    }

    /** The registration that watches; empty where nobody has to register. */
    public Optional<String> registration() {
        return Optional.ofNullable(registrant).map(Registrant::value);
    }

    public boolean overAt(Instant now) {
        return now.getEpochSecond() >= expiresSecond;
    }

    /** In which of so many parts of all viewers its own is, on whatever screen; from 0. */
    public int part(int parts) {
        return Math.floorMod(registrant == null ? id.hashCode() : registrant.hashCode(), parts);
    }

    /** Whose place in the video it is: a registration's on whatever screen, or else the session's own. */
    public String viewer() {
        return registrant == null ? id.value() : registrant.value();
    }
}
