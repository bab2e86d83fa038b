package foyer.traffic;

import foyer.shared.JsonText;
import foyer.shared.ValidationFailed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes two calls the same call: who asks, where, and under which {@code Idempotency-Key}; and what they ask for.
 *
 * @param caller an operator's id, a session's, or for a stranger their address
 * @param key 1 to 255 visible ASCII characters, else {@link ValidationFailed}
 * @param body the parsed tree; the order of its keys, blanks, and the spelling of a number (1, 1.0, 1e0) do not matter
 */
public record RequestKey(
        String caller, String path, String key, @Nullable Object body) {
    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public RequestKey {
        if (!FORM.matcher(key).matches()) {
            throw new ValidationFailed(
                    "Idempotency-Key",
                    "invalid",
                    "This header takes 1 to 255 visible ASCII characters without blanks.");
        }
    }

    /** Under which it is kept; says nothing of caller, path or key to whoever reads the store. */
    String id() {
        return digest(JsonText.canonical(List.of(caller, path, key)));
    }

    /** The same for the same body, so that the body itself need not be kept. */
    String fingerprint() {
        return digest(JsonText.canonical(body));
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
