package foyer.token;

import org.jspecify.annotations.Nullable;

/**
 * The public keys that the container verifies tokens with, as this node knows them by now. It stands outside of CDI because
 * the container reads it through {@link VerificationSettings}, which belongs to no application context.
 */
final class VerificationKeys {
    private static volatile @Nullable String keySet;

    private VerificationKeys() {}

    /** A JSON Web Key Set; null until the first was loaded. */
    static @Nullable String keySet() {
        return keySet;
    }

    static void become(String next) {
        keySet = next;
    }
}
