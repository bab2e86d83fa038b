package foyer.media.edge;

import foyer.event.EventId;
import foyer.session.SessionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A right that was taken back, or is about to be, as the edge has to know of it.
 *
 * @param name {@code session.} or {@code event.} and an id
 * @param until when no address is good any more that could have been given for it
 * @param told whether the edge knows
 * @param dueAt when it is to be looked at
 */
public record Revocation(String name, Instant until, boolean told, Instant notedAt, Instant dueAt) {
    private static final String SESSION = "session.";
    private static final String EVENT = "event.";

    static Revocation of(SessionId session, Instant until, Instant now) {
        return noted(SESSION + session.value(), until, now);
    }

    static Revocation of(EventId event, Instant until, Instant now) {
        return noted(EVENT + event.value(), until, now);
    }

    private static Revocation noted(String name, Instant until, Instant now) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        return new Revocation(name, until.truncatedTo(ChronoUnit.MILLIS), false, moment, moment);
    }

    /** As the function at the edge asks for it (config/aws/playback). */
    String key() {
        return "revoked." + name;
    }

    Optional<SessionId> session() {
        return named(SESSION).map(SessionId::of);
    }

    Optional<EventId> event() {
        return named(EVENT).map(EventId::new);
    }

    boolean overAt(Instant now) {
        return !now.isBefore(until);
    }

    /** The edge knows; it is looked at again when it may be forgotten. */
    Revocation known() {
        return new Revocation(name, until, true, notedAt, until);
    }

    Revocation lookedAtAgain(Instant later) {
        return new Revocation(name, until, told, notedAt, later.truncatedTo(ChronoUnit.MILLIS));
    }

    private Optional<String> named(String kind) {
        return name.startsWith(kind) ? Optional.of(name.substring(kind.length())) : Optional.empty();
    }
}
