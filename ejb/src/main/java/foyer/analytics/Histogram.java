package foyer.analytics;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often which times were measured, in buckets whose bounds grow by a fixed share: whatever is asked of it is off by
 * 2 % at most, and histograms of several nodes are one when their counts are added up. The buckets are those of
 * DDSketch.
 *
 * @param counts by bucket
 * @see <a href="https://arxiv.org/abs/1908.10693">DDSketch: a fast and fully-mergeable quantile sketch</a>
 */
record Histogram(SortedMap<Integer, Long> counts) {
    private static final double ERROR = 0.02;
    private static final double GROWTH = (1 + ERROR) / (1 - ERROR);

    Histogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** Which bucket a time belongs to; less than a millisecond is one. */
    static int bucketOf(long millis) {
        return (int) Math.ceil(Math.log((double) Math.max(1, millis)) / Math.log(GROWTH));
    }

    /**
     * The time that this share of all measured ones does not exceed; zero where none was measured.
     *
     * @param share more than 0, 1 at most
     */
    long percentile(double share) {
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        var rank = (long) Math.ceil(share * all);
        var passed = 0L;
        for (var bucket : counts.entrySet()) {
            passed += bucket.getValue();
            if (passed >= rank) {
                return middle(bucket.getKey());
            }
        }
        return 0;
    }

    private static long middle(int bucket) {
        return Math.round(2 * Math.pow(GROWTH, bucket) / (GROWTH + 1));
    }
}
