package foyer.session;

import foyer.event.EventId;
import foyer.shared.Signatures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a session as the text that its screen carries, and reads what came back unaltered. */
public final class SessionToken {
    private static final String PURPOSE = "session";
    private static final String NOBODY = "-";
    private static final int LONGEST = 300;
    private static final int PARTS = 5;

    private SessionToken() {}

    static String of(Session session, Signatures signatures) {
        var text = String.join(
                " ",
                session.id().value(),
                session.eventId().value(),
                session.registration().orElse(NOBODY),
                Long.toString(session.createdMillis()),
                Long.toString(session.expiresSecond()));
        return signatures.sign(PURPOSE, text);
    }

    /** Empty for what is not a token of ours, whatever was altered. It may be over: see {@link Session#overAt}. */
    static Optional<Session> read(@Nullable String token, Signatures signatures) {
        if (token == null || token.length() > LONGEST) {
            return Optional.empty();
        }
        return signatures.verify(PURPOSE, token).map(SessionToken::session);
    }

    // Signed by us, so it is as we wrote it.
    private static Session session(String text) {
        var parts = text.split(" ", PARTS);
        return Session.kept(
                SessionId.of(parts[0]),
                new EventId(parts[1]),
                NOBODY.equals(parts[2]) ? null : parts[2],
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]));
    }
}
