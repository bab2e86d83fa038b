package foyer.traffic;

import foyer.shared.TooManyRequests;
import java.time.Duration;
import java.util.Map;

/**
 * Whether a caller may go on, and what is left to them.
 *
 * @param limit calls a minute
 * @param remaining calls that may come at once now
 * @param resetIn until all of the limit is there again; when refused, until the next call may come
 */
public record Verdict(String kind, boolean allowed, long limit, long remaining, Duration resetIn) {

    /** {@code RateLimit-Policy} and {@code RateLimit} as in draft-ietf-httpapi-ratelimit-headers-10. */
    public Map<String, String> headers() {
        return Map.of(
                "RateLimit-Policy",
                "\"" + kind + "\";q=" + limit + ";w=60",
                "RateLimit",
                "\"" + kind + "\";r=" + remaining + ";t=" + wholeSeconds());
    }

    /** Fails with {@link TooManyRequests} if the caller may not go on. */
    public void orRefuse() {
        if (!allowed) {
            throw TooManyRequests.after("These are too many requests.", Duration.ofSeconds(wholeSeconds()));
        }
    }

    private long wholeSeconds() {
        return resetIn.plusNanos(999_999_999).toSeconds();
    }
}
