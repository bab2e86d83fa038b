package foyer.sandbox.stripe.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How many calls of one kind may come in a second (docs.stripe.com/rate-limits: 25 an endpoint in a sandbox). */
final class RateLimit {
    private static final double MILLIS = 1000.0;

    private record Bucket(double left, Instant at) {}

    private final int callsASecond;
    private final Map<String, Bucket> buckets = new HashMap<>();

    /** @param callsASecond 0 for any number */
    RateLimit(int callsASecond) {
        this.callsASecond = callsASecond;
    }

    boolean takes(String operation, Instant now) {
        if (callsASecond == 0) {
            return true;
        }
        var bucket = buckets.getOrDefault(operation, new Bucket(callsASecond, now));
        var passed = Math.max(0, now.toEpochMilli() - bucket.at().toEpochMilli());
        var left = Math.min(callsASecond, bucket.left() + passed * callsASecond / MILLIS);
        var takes = left >= 1;
        buckets.put(operation, new Bucket(takes ? left - 1 : left, now));
        return takes;
    }
}
