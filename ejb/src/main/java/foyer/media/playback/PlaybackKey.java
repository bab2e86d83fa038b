package foyer.media.playback;

import foyer.shared.Secret;
import java.util.regex.Pattern;

/**
 * A secret that signs addresses, known to this deployment and to the edge that verifies them.
 *
 * @param id which of the live keys signed: 1 to 16 letters, digits, {@code _} or {@code -}
 * @param secret of 32 bytes or more
 */
public record PlaybackKey(String id, Secret secret) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,16}");
    private static final int LEAST_BYTES = 32;

    /** Fails with {@link IllegalArgumentException} for an id that no address can carry, or a secret that is too short. */
    public PlaybackKey {
        if (!FORM.matcher(id).matches()) {
            throw new IllegalArgumentException("A key's id has 1 to 16 letters, digits, _ or -.");
        }
        if (secret.bytes().length < LEAST_BYTES) {
            throw new IllegalArgumentException("A key's secret has at least " + LEAST_BYTES + " bytes.");
        }
    }
}
