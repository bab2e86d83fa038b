package foyer.shared;

import java.time.Duration;
import java.util.Map;

/** Something this needs does not answer at present; nothing was changed or the call can be repeated. */
public class Unavailable extends Problem {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public Unavailable(String message, Duration retryAfter) {
        super(ProblemCode.UNAVAILABLE, message);
        this.retryAfter = retryAfter;
    }

    public Unavailable(String message, Duration retryAfter, Throwable cause) {
        super(ProblemCode.UNAVAILABLE, message, cause);
        this.retryAfter = retryAfter;
    }

    /** How long to wait before the next try; whole seconds, at least one, are what the answer says. */
    public Duration retryAfter() {
        return retryAfter;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("retryAfterSeconds", Math.max(1, retryAfter.toSeconds()));
    }
}
