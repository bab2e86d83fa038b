package foyer.shared;

import java.time.Duration;
import java.util.Map;

/** Asked too often; the caller may come back after a while. */
public final class TooManyRequests extends Problem {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public TooManyRequests(String message, Duration retryAfter) {
        super(ProblemCode.TOO_MANY_REQUESTS, message);
        this.retryAfter = retryAfter;
    }

    /** @param what is too many, as a sentence */
    public static TooManyRequests after(String what, Duration wait) {
        var seconds = Math.max(1, wait.plusNanos(999_999_999).toSeconds());
        return new TooManyRequests(what + " Please wait " + seconds + (seconds == 1 ? " second." : " seconds."), wait);
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
