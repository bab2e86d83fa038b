package foyer.shared;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;

/** Opaque ids: 128 random bits in base64url, so 22 characters, not guessable and safe in any address. */
public final class Ids {
    private static final int BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int LENGTH = 22;

    private Ids() {}

    public static String fresh() {
        // In one draw: this source makes each number anew from bytes, at the price of a draw each.
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    /** These 128 bits as an id. */
    public static String text(long high, long low) {
        var bits = ByteBuffer.allocate(BYTES).putLong(high).putLong(low);
        return ENCODER.encodeToString(bits.array());
    }

    /** The 128 bits of an id; fails with {@link IllegalArgumentException} for what is none. */
    public static ByteBuffer bits(String id) {
        var bits = Base64.getUrlDecoder().decode(id);
        if (bits.length != BYTES) {
            throw new IllegalArgumentException("This is no id: " + id);
        }
        return ByteBuffer.wrap(bits);
    }

    /** Whether this could be an id of ours; says nothing of whether it is one. */
    public static boolean wellFormed(String id) {
        return id.length() == LENGTH && inBase64Url(id);
    }

    /** Whether there is nothing in it but letters, digits, {@code -} and {@code _} (RFC 4648, 5). */
    public static boolean inBase64Url(String text) {
        // No pattern: each heartbeat asks this twice.
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (!(character >= 'a' && character <= 'z')
                    && !(character >= 'A' && character <= 'Z')
                    && !(character >= '0' && character <= '9')
                    && character != '-'
                    && character != '_') {
                return false;
            }
        }
        return true;
    }
}
