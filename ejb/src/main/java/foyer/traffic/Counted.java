package foyer.traffic;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The callers of one kind and what is left to each. A bucket that was full before a call is told by the moment of that call alone,
 * so that of ten thousand screens, each of which reports every 20 s, next to none has one. The moments stand in a table of fixed
 * size: whoever shares a place there with another caller is given a bucket sooner than need be, which begins less than one call short.
 */
final class Counted {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A power of two. Of five hundred calls a second some three in a hundred share a place within half a second. */
    private static final int PLACES = 8_192;

    private final String kind;
    private final TrafficSettings.Limit limit;
    private final TimeMeter time;
    private final long nanosForOne;
    private final AtomicLongArray loneCalls = new AtomicLongArray(PLACES);
    private final Cache<String, Bucket> buckets;

    Counted(String kind, TrafficSettings.Limit limit, int remembered, TimeMeter time) {
        this.kind = kind;
        this.limit = limit;
        this.time = time;
        nanosForOne = MINUTE.toNanos() / limit.perMinute();
        buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(untilFull(limit))
                .ticker(time::currentTimeNanos)
                .build();
    }

    Verdict ask(String who) {
        var verdict = new Verdict[1];
        buckets.asMap().compute(who, (same, known) -> {
            var bucket = known == null ? afterLoneCall(who) : known;
            if (bucket == null) {
                verdict[0] = firstOfAll();
                return null;
            }
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            var nanos = probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill();
            verdict[0] = verdict(probe.isConsumed(), probe.getRemainingTokens(), nanos);
            if (probe.isConsumed() && probe.getRemainingTokens() == limit.burst() - 1) {
                loneCalls.set(place(who), time.currentTimeNanos());
                return null;
            }
            return bucket;
        });
        return verdict[0];
    }

    void giveBack(String who) {
        buckets.asMap().compute(who, (same, bucket) -> {
            if (bucket == null) {
                loneCalls.set(place(who), time.currentTimeNanos() - nanosForOne);
                return null;
            }
            bucket.addTokens(1);
            return bucket;
        });
    }

    /** How many have a bucket. */
    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    /** Nothing where the last call here is so long ago that all was allowed again: this one is alone, too. */
    private @Nullable Bucket afterLoneCall(String who) {
        var now = time.currentTimeNanos();
        if (now - loneCalls.getAndSet(place(who), now) >= nanosForOne) {
            return null;
        }
        var bucket = Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.burst()).refillGreedy(limit.perMinute(), MINUTE))
                .withCustomTimePrecision(time)
                .build();
        bucket.tryConsume(1);
        return bucket;
    }

    private Verdict firstOfAll() {
        return verdict(true, limit.burst() - 1, nanosForOne);
    }

    private Verdict verdict(boolean allowed, long remaining, long nanos) {
        return new Verdict(kind, allowed, limit.perMinute(), remaining, Duration.ofNanos(nanos));
    }

    private static int place(String who) {
        var hash = who.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }

    // A bucket that nobody asked for that long is full again, so that nothing is lost with it.
    private static Duration untilFull(TrafficSettings.Limit limit) {
        return MINUTE.multipliedBy(limit.burst()).dividedBy(limit.perMinute()).plus(MINUTE);
    }
}
