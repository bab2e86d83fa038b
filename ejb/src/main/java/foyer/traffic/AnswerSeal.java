package foyer.traffic;

import static java.util.Objects.requireNonNull;

import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes an answer unreadable to whoever reads the store, for it may hold a token or a person's data: AES-256 in Galois
 * counter mode (NIST SP 800-38D), each under a key of its own that derives from the deployment's secret.
 */
@ApplicationScoped
public class AnswerSeal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    @Inject
    Signatures signatures;

    /** @param requestId the answer opens under this id only */
    public String seal(String requestId, Answer answer) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("status", (long) answer.status());
        tree.put("headers", answer.headers());
        tree.put("body", answer.body());
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, requestId, nonce);
            var hidden = cipher.doFinal(JsonText.of(tree).getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE_BYTES, hidden.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES/GCM", impossible);
        }
    }

    /** Empty when it was sealed under another id or another secret, or was altered. */
    public Optional<Answer> open(String requestId, String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var cipher = cipher(Cipher.DECRYPT_MODE, requestId, Arrays.copyOf(bytes, NONCE_BYTES));
            var shown = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(answer(JsonText.read(new String(shown, StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String requestId, byte[] nonce) throws GeneralSecurityException {
        var key = new SecretKeySpec(signatures.mac("kept answers", requestId), "AES");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static Answer answer(@Nullable Object tree) {
        var parts = (Map<?, ?>) requireNonNull(tree);
        var headers = new LinkedHashMap<String, String>();
        ((Map<?, ?>) requireNonNull(parts.get("headers")))
                .forEach((name, value) -> headers.put((String) name, (String) value));
        return new Answer(((Long) requireNonNull(parts.get("status"))).intValue(), headers, parts.get("body"));
    }
}
