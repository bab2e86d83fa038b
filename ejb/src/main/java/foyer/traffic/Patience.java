package foyer.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.shared.TooManyRequests;
import java.time.Clock;
import java.time.Duration;

/**
 * Makes guessing slow without locking anybody out: after some failed tries each further one has to wait longer, for half a
 * minute at most, and quiet time is forgiving. Take the mail address together with the network address for a key, or
 * whoever guesses at a mail address makes its owner wait.
 */
public final class Patience {
    private final Cache<String, Tries> tries;
    private final Clock clock;

    Patience(int remembered, Clock clock) {
        this.clock = clock;
        tries = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterWrite(Tries.FORGIVEN_AFTER)
                .build();
    }

    /**
     * Begins a try, which counts as failed until {@link #succeeded} says otherwise, so that many at once gain nothing.
     * Fails with {@link TooManyRequests} when this one comes too early; that does not lengthen the wait.
     */
    public void begin(String key) {
        var now = clock.instant();
        var wait = new Duration[] {Duration.ZERO};
        tries.asMap().compute(key, (any, before) -> {
            var known = before == null ? Tries.NONE : before;
            wait[0] = known.waitAt(now);
            return wait[0].isZero() ? known.failedAt(now) : known;
        });
        if (!wait[0].isZero()) {
            // Some of what is counted here has not failed, as who registers and is sent a letter each time.
            throw TooManyRequests.after("There were too many tries in a row.", wait[0]);
        }
    }

    public void succeeded(String key) {
        tries.invalidate(key);
    }
}
