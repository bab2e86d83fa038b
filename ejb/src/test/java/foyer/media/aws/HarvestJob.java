package foyer.media.aws;

import java.time.Instant;
import java.util.Map;

/** What was ordered of a channel's past, and whether it lies in the bucket by now. */
final class HarvestJob {
    final Map<String, Object> order;
    final Instant createdAt;
    final boolean fails;
    boolean written;

    HarvestJob(Map<String, Object> order, Instant createdAt, boolean fails) {
        this.order = order;
        this.createdAt = createdAt;
        this.fails = fails;
    }
}
