package foyer.shared;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** Opaque ids: 128 random bits in base64url, so 22 characters, not guessable and safe in any address. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    private Ids() {}

    public static String fresh() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether this could be an id of ours; says nothing of whether it is one. */
    public static boolean wellFormed(String id) {
        return FORM.matcher(id).matches();
    }
}
