package foyer.sandbox.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a call goes wrong. */
public enum Effect {
    /** It fails, and nothing has happened. */
    BEFORE,
    /** It happens, and then is reported as failed. */
    AFTER,
    /** It happens, and then the connection closes without an answer. */
    RESET,
    /** It is refused as one too many, in the service's own form. */
    THROTTLE,
    /** It happens, late. */
    DELAY;

    static Optional<Effect> named(String word) {
        return Arrays.stream(values())
                .filter(effect -> effect.word().equals(word))
                .findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
