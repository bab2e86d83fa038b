package foyer.access;

import foyer.registration.RegistrationId;
import foyer.shared.Ids;
import java.util.Optional;

/**
 * A link's token as somebody sent it; nothing of it is believed yet.
 *
 * @param id whose it says it is: a registration's, or of a proof also a receipt's
 * @param text all of it
 */
record LinkToken(char kind, RegistrationId id, String text) {
    /** Opens the player whenever it is followed. */
    static final char ACCESS = 'a';

    /** Proves an address once. */
    static final char PROOF = 'p';

    private static final int LONGEST = 200;

    /** Empty for what cannot be one of ours. */
    static Optional<LinkToken> read(String text) {
        var parts = text.split("\\.", -1);
        var ours = text.length() <= LONGEST
                && parts.length == 3
                && (parts[0].equals(String.valueOf(ACCESS)) || parts[0].equals(String.valueOf(PROOF)))
                && Ids.wellFormed(parts[1]);
        return ours
                ? Optional.of(new LinkToken(parts[0].charAt(0), new RegistrationId(parts[1]), text))
                : Optional.empty();
    }

    boolean isProof() {
        return kind == PROOF;
    }
}
