package foyer.media.playback;

import foyer.event.EventId;
import foyer.session.SessionId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a right as the part of an address that carries it, and reads what comes back. Of
 * {@code 1.key.notBefore.until.event.session.path.mac}, the times are epoch seconds, the session may be {@code -} for nobody's, the path
 * is in base64url, and the last part is the HMAC-SHA-256 (RFC 2104) of all before it in base64url. The function at the edge
 * (config/aws) reads the same form, by the same test vectors.
 */
public final class PlaybackTokens {
    /** Characters; a longer one is not looked at. */
    static final int LONGEST = 512;

    private static final String VERSION = "1";
    private static final String NOBODY = "-";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST_NUMBER = 11;
    private static final String[] NONE = {};

    private final PlaybackKey signing;
    private final Map<String, SecretKeySpec> live = new LinkedHashMap<>();

    /**
     * @param keys those that are alive: the first signs, all are good for reading, so that one can be replaced while addresses
     *     signed by the other are still about
     */
    public PlaybackTokens(List<PlaybackKey> keys) {
        this.signing = keys.get(0);
        keys.forEach(key -> live.put(key.id(), new SecretKeySpec(key.secret().bytes(), ALGORITHM)));
    }

    public String write(PlaybackRight right) {
        var text = String.join(
                ".",
                VERSION,
                signing.id(),
                Long.toString(right.notBefore().getEpochSecond()),
                Long.toString(right.until().getEpochSecond()),
                right.event().value(),
                right.holder().map(SessionId::value).orElse(NOBODY),
                base64(right.path().getBytes(StandardCharsets.UTF_8)));
        return text + "." + mac(signing.id(), text);
    }

    /**
     * What a token says, be it good or not at this time. Fails with {@link PlaybackRefused}: {@link PlaybackRefusal#MALFORMED},
     * {@link PlaybackRefusal#UNKNOWN_KEY} or {@link PlaybackRefusal#ALTERED}.
     */
    public PlaybackRight read(String token) {
        var parts = token.length() > LONGEST ? NONE : token.split("\\.", -1);
        if (!formed(parts)) {
            throw new PlaybackRefused(PlaybackRefusal.MALFORMED);
        }
        if (!live.containsKey(parts[1])) {
            throw new PlaybackRefused(PlaybackRefusal.UNKNOWN_KEY);
        }
        // As text, for the same bytes have more than one spelling in base64.
        var expected = mac(parts[1], token.substring(0, token.lastIndexOf('.')));
        if (!MessageDigest.isEqual(ascii(expected), ascii(parts[7]))) {
            throw new PlaybackRefused(PlaybackRefusal.ALTERED);
        }
        // Signed by us, so it is as we wrote it.
        return new PlaybackRight(
                new EventId(parts[4]),
                NOBODY.equals(parts[5]) ? null : SessionId.of(parts[5]),
                new String(Base64.getUrlDecoder().decode(parts[6]), StandardCharsets.UTF_8),
                Instant.ofEpochSecond(Long.parseLong(parts[2])),
                Instant.ofEpochSecond(Long.parseLong(parts[3])));
    }

    // By hand, as paths are: an expression takes longer than all the rest of the check.
    private static boolean formed(String[] parts) {
        return parts.length == 8
                && VERSION.equals(parts[0])
                && named(parts[1], 1, 16)
                && number(parts[2])
                && number(parts[3])
                && named(parts[4], 1, 64)
                && named(parts[5], 1, 64)
                && named(parts[6], 2, 300)
                && named(parts[7], 43, 43);
    }

    private static boolean number(String text) {
        return text.length() <= LONGEST_NUMBER && !text.isEmpty() && only(text, PlaybackTokens::digit);
    }

    private static boolean named(String text, int least, int most) {
        return text.length() >= least && text.length() <= most && only(text, PlaybackTokens::named);
    }

    private static boolean only(String text, IntPredicate allowed) {
        for (var at = 0; at < text.length(); at++) {
            if (!allowed.test(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean digit(int character) {
        return character >= '0' && character <= '9';
    }

    /** Whether a character may be part of an id or of base64url: letters, digits, {@code _ -}. */
    static boolean named(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || digit(character)
                || character == '_'
                || character == '-';
    }

    private String mac(String key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(live.get(key));
            return base64(mac.doFinal(ascii(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
