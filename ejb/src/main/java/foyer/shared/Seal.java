package foyer.shared;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a text unreadable to whoever reads the store, for it may hold a token or a person's data: AES-256 in Galois
 * counter mode (NIST SP 800-38D), each text under a key of its own that derives from the deployment's secret.
 */
@Dependent
public class Seal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Signatures signatures;

    @Inject
    public Seal(Signatures signatures) {
        this.signatures = signatures;
    }

    /** @param id of what holds the text: it opens for this purpose and under this id only */
    public String seal(String purpose, String id, String text) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, purpose, id, nonce);
            var hidden = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE_BYTES + hidden.length);
            System.arraycopy(hidden, 0, sealed, NONCE_BYTES, hidden.length);
            return Base64.getEncoder().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES/GCM", impossible);
        }
    }

    /** Empty when it was sealed for something else or under another secret, or was altered. */
    public Optional<String> open(String purpose, String id, String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed);
            var cipher = cipher(Cipher.DECRYPT_MODE, purpose, id, Arrays.copyOf(bytes, NONCE_BYTES));
            var shown = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return Optional.of(new String(shown, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, String id, byte[] nonce) throws GeneralSecurityException {
        var key = new SecretKeySpec(signatures.mac(purpose, id), "AES");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
