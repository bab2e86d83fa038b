package foyer.operator;

import foyer.shared.Ids;
import foyer.shared.Signatures;
import java.util.Base64;
import java.util.Optional;

/**
 * What an operator keeps to get the next access token: the family it belongs to, and a secret that is good once.
 *
 * @param secret 256 random bits; the store knows its keyed hash alone
 */
record RefreshToken(String family, String secret) {
    private static final String PURPOSE = "refresh-token";

    static RefreshToken fresh(String family) {
        return new RefreshToken(family, Ids.fresh() + Ids.fresh());
    }

    /** Empty for what cannot be one of ours. */
    static Optional<RefreshToken> read(String text) {
        var dot = text.indexOf('.');
        if (dot < 0 || text.length() > 100 || !Ids.wellFormed(text.substring(0, dot))) {
            return Optional.empty();
        }
        return Optional.of(new RefreshToken(text.substring(0, dot), text.substring(dot + 1)));
    }

    String text() {
        return family + "." + secret;
    }

    String hash(Signatures signatures) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signatures.mac(PURPOSE, text()));
    }

    /** Without the secret: this may end up in a log. */
    @Override
    public String toString() {
        return "RefreshToken[" + family + "]";
    }
}
