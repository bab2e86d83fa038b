package foyer.session;

import foyer.event.EventId;
import foyer.shared.Signatures;
import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tokens that screens carry. That one is ours says nothing of whether its session is over. */
@Dependent
public class Carrying {
    private final Signatures signatures;

    @Inject
    Carrying(Signatures signatures) {
        this.signatures = signatures;
    }

    /** The session of this id; fails with {@link Unauthenticated} when the token is another's or none of ours. */
    Session session(String sessionId, @Nullable String token) {
        return session(sessionId, session(token));
    }

    /** The same of a token that was read already. */
    public Session session(String sessionId, Optional<Session> carried) {
        return carried.filter(session -> session.id().value().equals(sessionId))
                .orElseThrow(() -> new Unauthenticated("This is not the token of this session."));
    }

    /** What a token says; empty when it is none of ours. */
    public Optional<Session> session(@Nullable String token) {
        return SessionToken.read(token, signatures);
    }

    /** For which event a token is; empty when it is none of ours. */
    public Optional<EventId> eventOf(@Nullable String token) {
        return SessionToken.read(token, signatures).map(Session::eventId);
    }

    /** What a token says; empty when it is none of ours, or another event's. */
    public Optional<Session> sessionOf(EventId event, @Nullable String token) {
        return SessionToken.read(token, signatures)
                .filter(session -> session.eventId().equals(event));
    }
}
