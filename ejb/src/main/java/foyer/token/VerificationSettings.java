package foyer.token;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Hands the container the keys that verify tokens, inline and as they are at this moment, so that they rotate without a
 * restart and without an HTTP call to ourselves. What does not change stands in {@code microprofile-config.properties}.
 */
public class VerificationSettings implements ConfigSource {
    private static final String KEYS = "mp.jwt.verify.publickey";
    private static final int BEFORE_ALL_OTHERS = 1_000;

    @Override
    public Set<String> getPropertyNames() {
        return Set.of(KEYS);
    }

    @Override
    public @Nullable String getValue(String name) {
        return name.equals(KEYS) ? VerificationKeys.keySet() : null;
    }

    @Override
    public String getName() {
        return "Foyer's verification keys";
    }

    @Override
    public int getOrdinal() {
        return BEFORE_ALL_OTHERS;
    }
}
