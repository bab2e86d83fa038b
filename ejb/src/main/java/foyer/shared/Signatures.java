package foyer.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what leaves us and must come back unaltered (HMAC-SHA-256, RFC 2104). Each purpose has a key of its own, derived
 * from the deployment's secret, so that a signature made for one purpose is worth nothing for another.
 */
public final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";
    private final byte[] secret;

    // By purpose, and only copied: a heartbeat would else look for the algorithm and hash its key each time.
    private final Map<String, Mac> begun = new ConcurrentHashMap<>();

    /** @param secret at least 32 bytes, the same on every node */
    public Signatures(Secret secret) {
        if (secret.bytes().length < 32) {
            throw new IllegalArgumentException("A signing secret has at least 32 bytes.");
        }
        this.secret = secret.bytes();
    }

    /** The text with its signature: {@code base64url(text).base64url(mac)}. */
    public String sign(String purpose, String text) {
        var body = base64(text.getBytes(StandardCharsets.UTF_8));
        return body + "." + base64(mac(purpose, body));
    }

    /** The text that was signed for this purpose, or empty when the token is not one of ours. */
    public Optional<String> verify(String purpose, String token) {
        var dot = token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var body = token.substring(0, dot);
        try {
            var signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, mac(purpose, body))) {
                return Optional.empty();
            }
            return Optional.of(new String(Base64.getUrlDecoder().decode(body), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Keyed hash of a text, 32 bytes: for looking up secrets without storing them. */
    public byte[] mac(String purpose, String text) {
        return copyOf(begun.computeIfAbsent(purpose, this::ofPurpose)).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Mac ofPurpose(String purpose) {
        var mac = ofKey(ofKey(secret).doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        // The key stands before the text (RFC 2104, 2) and is hashed with the first of it, be it nothing.
        mac.update(new byte[0]);
        return mac;
    }

    private static Mac ofKey(byte[] key) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }

    private static Mac copyOf(Mac begun) {
        try {
            return (Mac) begun.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The JDK's own " + ALGORITHM + " can be copied", impossible);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
