package foyer.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.shared.Caches;
import foyer.shared.TooManyRequests;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
        tries = Caches.by(clock)
                .maximumSize(remembered)
                .expireAfterWrite(Tries.FORGIVEN_AFTER)
                .build();
    }

    /**
     * Begins a try, which counts as failed until {@link #succeeded} says otherwise, so that many at once gain nothing.
     * Fails with {@link TooManyRequests} when this one comes too early; that does not lengthen the wait.
     */
    public void begin(String key) {
        attempt(key);
    }

    public void succeeded(String key) {
        tries.invalidate(key);
    }

    /**
     * The same as {@link #begin} where to be right once says nothing of the next try, for there is more than one thing to be
     * guessed: such a one is taken back alone, and those before it stay counted.
     */
    public Attempt attempt(String key) {
        return attempt(key, false);
    }

    /** The same for who does not wait, whatever others have done under this key. */
    public Attempt unhindered(String key) {
        return attempt(key, true);
    }

    private Attempt attempt(String key, boolean unhindered) {
        var now = clock.instant();
        while (true) {
            var known = known(key, now);
            var before = known == null ? Tries.NONE : known;
            if (!unhindered) {
                refuse(before, now);
            }
            var after = before.failedAt(now);
            if (known == null
                    ? tries.asMap().putIfAbsent(key, after) == null
                    : tries.asMap().replace(key, known, after)) {
                return new Attempt(key, before, after);
            }
            // Others tried at the same moment: it is looked at anew.
        }
    }

    /** Begins nothing that counts before {@link #failed} says so. Fails with {@link TooManyRequests} for who has to wait. */
    public void refuseEarly(String key) {
        var now = clock.instant();
        var known = known(key, now);
        if (known != null) {
            refuse(known, now);
        }
    }

    /** How many failed under this key that are not forgiven. */
    public int failures(String key) {
        var known = tries.getIfPresent(key);
        return known == null ? 0 : known.countAt(clock.instant());
    }

    /** Counts one that proved wrong. */
    public void failed(String key) {
        var now = clock.instant();
        tries.asMap().compute(key, (any, before) -> (before == null ? Tries.NONE : before).failedAt(now));
    }

    private @Nullable Tries known(String key, Instant now) {
        var noted = tries.getIfPresent(key);
        if (noted == null || noted.seenAt(now).equals(noted)) {
            return noted;
        }
        return tries.asMap().computeIfPresent(key, (any, newest) -> newest.seenAt(now));
    }

    private static void refuse(Tries tries, Instant now) {
        var wait = tries.waitAt(now);
        if (!wait.isZero()) {
            // Some of what is counted here has not failed, as who registers and is sent a letter each time.
            throw TooManyRequests.after("There were too many tries in a row.", wait);
        }
    }

    /** A try that has begun, and counts as failed unless it is taken back. */
    public final class Attempt {
        private final String key;
        private final Tries before;
        private final Tries after;

        private Attempt(String key, Tries before, Tries after) {
            this.key = key;
            this.before = before;
            this.after = after;
        }

        /** Whether nothing failed under this key that is not forgiven. */
        public boolean first() {
            return after.count() == 1;
        }

        /**
         * It was none of those that are counted. Where others have begun meanwhile, theirs stay. Should others have come and
         * been taken back, so that it is the same again, nothing is lost by going back to what was before.
         */
        public void takeBack() {
            tries.asMap().computeIfPresent(key, (any, now) -> now.equals(after) ? kept(before) : now.oneLess());
        }

        private static @Nullable Tries kept(Tries tries) {
            return tries.count() == 0 ? null : tries;
        }
    }
}
