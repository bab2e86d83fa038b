package foyer.session;

import foyer.shared.Ids;

/** Names a session; opaque and not guessable. */
public record SessionId(String value) {
    public static SessionId fresh() {
        return new SessionId(Ids.fresh());
    }
}
