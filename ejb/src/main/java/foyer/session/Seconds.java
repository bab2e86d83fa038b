package foyer.session;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Lengths of time as screens tell them, in seconds; none is longer than some hundred days. */
final class Seconds {
    private static final BigDecimal LONGEST = BigDecimal.valueOf(10_000_000);
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private Seconds() {}

    /** Empty for what is less than nothing, or longer. */
    static OptionalLong millis(BigDecimal seconds) {
        // Looked at before it is multiplied: 1e400000000 is a number too.
        return seconds.signum() < 0 || seconds.compareTo(LONGEST) > 0
                ? OptionalLong.empty()
                : OptionalLong.of(seconds.multiply(MILLIS).longValue());
    }
}
