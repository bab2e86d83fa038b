package foyer.token;

import foyer.shared.Secret;
import foyer.shared.Signatures;

/** Safes to test with. */
public final class SomeSafes {
    private SomeSafes() {}

    /** @param secret two safes with one secret open each other's seals */
    public static KeySafe of(int secret) {
        var bytes = new byte[32];
        bytes[0] = (byte) secret;
        var safe = new KeySafe();
        safe.signatures = new Signatures(new Secret(bytes));
        return safe;
    }
}
