package foyer.bench;

import java.util.Arrays;

/** How long each of many waited. */
final class Waits {
    private final long[] nanos;

    Waits(int many) {
        nanos = new long[many];
    }

    void note(int which, long waited) {
        nanos[which] = waited;
    }

    /** In milliseconds; the wait that this share of all did not exceed. */
    double quantile(double share) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))] / 1e6;
    }
}
