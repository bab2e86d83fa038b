package foyer.token;

import com.nimbusds.jose.jwk.ECKey;
import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals keys for the store: AES-256-GCM (NIST SP 800-38D) under a key derived from the deployment's secret. The key's id
 * and time are sealed with it, so that nobody with the store alone can swap or move them.
 */
@ApplicationScoped
public class KeySafe {
    private static final String PURPOSE = "signing-keys";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Signatures signatures;

    /** Base64url of nonce and ciphertext. */
    public String seal(SigningKey key) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var plain = key.pair().toJSONString().getBytes(StandardCharsets.UTF_8);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, key.id(), key.signsFrom())
                    .doFinal(plain);
            var all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    /** Fails with {@link UnreadableKeys} when it was sealed under another secret or altered since. */
    public SigningKey open(String id, Instant signsFrom, String text) {
        try {
            var all = Base64.getUrlDecoder().decode(text);
            var nonce = Arrays.copyOf(all, NONCE_BYTES);
            var plain = cipher(Cipher.DECRYPT_MODE, nonce, id, signsFrom)
                    .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return new SigningKey(id, signsFrom, ECKey.parse(new String(plain, StandardCharsets.UTF_8)));
        } catch (AEADBadTagException | ParseException | IllegalArgumentException altered) {
            throw new UnreadableKeys(altered);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has AES-GCM", impossible);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String id, Instant signsFrom) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var key = new SecretKeySpec(signatures.mac(PURPOSE, "seal"), "AES");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((id + "@" + signsFrom.toEpochMilli()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
