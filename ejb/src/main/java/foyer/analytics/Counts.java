package foyer.analytics;

import foyer.session.Figures;
import foyer.session.FrameFeature;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Numbers that only ever grow, by row and name, so that those of several viewers, nodes and shards add up: row 0 has the
 * totals, each minute since the epoch a row of its own, and rows below zero say how many saw which stretch of the video.
 */
public final class Counts {
    public static final long TOTALS = 0;
    public static final String VIEWERS = "viewers";
    static final String SCREENS = "screens";
    public static final String WATCHED = "watchedMillis";
    static final String STALLED = "stalledMillis";
    static final String STALLS = "stalls";
    static final String KILOBITS = "kilobits";
    /** How much of what was watched is in the kilobits: where a browser plays by itself nobody knows the rate. */
    static final String RATED = "ratedMillis";

    static final String FAILED = "failed";
    public static final String ACTIVE = "active";
    /** Not a sum: the most that were there in a minute, of those that are not told any more. */
    public static final String PEAK = "peak";

    private static final int STRETCHES_A_ROW = 200;
    private static final String STARTUP = "startup ";
    private static final String PLACE = "place ";
    private static final String LACK = "lack ";

    private final Map<Long, Map<String, Long>> rows = new TreeMap<>();

    void viewer() {
        add(TOTALS, VIEWERS, 1);
    }

    void screen(String place) {
        add(TOTALS, SCREENS, 1);
        add(TOTALS, PLACE + place, 1);
    }

    /** A screen was embedded there without being allowed this. */
    void lack(FrameFeature feature, String place) {
        add(TOTALS, LACK + feature.policyName() + " " + place, 1);
    }

    void active(long minute) {
        add(minute, ACTIVE, 1);
    }

    void watched(long minute, long millis) {
        add(TOTALS, WATCHED, millis);
        add(minute, WATCHED, millis);
    }

    /** What one screen measured since it was counted before. */
    void quality(ScreenTally before, ScreenTally after, Figures figures) {
        add(TOTALS, STALLED, after.stalledMillis() - before.stalledMillis());
        add(TOTALS, STALLS, after.stalls() - before.stalls());
        add(TOTALS, KILOBITS, after.kilobits() - before.kilobits());
        add(TOTALS, RATED, after.ratedMillis() - before.ratedMillis());
        add(TOTALS, FAILED, after.failed() && !before.failed() ? 1 : 0);
        if (after.started() && !before.started()) {
            add(TOTALS, STARTUP + Histogram.bucketOf(figures.startupMillis()), 1);
        }
    }

    void stretch(int stretch) {
        add(-1 - stretch / STRETCHES_A_ROW, String.valueOf(stretch), 1);
    }

    /** Nothing where the amount is nothing. */
    public void add(long row, String name, long amount) {
        if (amount != 0) {
            rows.computeIfAbsent(row, any -> new TreeMap<>()).merge(name, amount, Long::sum);
        }
    }

    public void addAll(Counts others) {
        others.rows.forEach((row, numbers) -> numbers.forEach((name, amount) -> add(row, name, amount)));
    }

    public void forEachRow(BiConsumer<Long, Map<String, Long>> visitor) {
        rows.forEach(visitor);
    }

    public long total(String name) {
        return of(TOTALS, name);
    }

    public long of(long row, String name) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(name, 0L);
    }

    /** How many rows there are. */
    public int size() {
        return rows.size();
    }

    /** The numbers of those that there are. */
    public Set<Long> rows() {
        return Set.copyOf(rows.keySet());
    }

    /** The most viewers that were there in a minute. */
    public long peak() {
        return rows.keySet().stream()
                .mapToLong(row -> row == TOTALS ? of(row, PEAK) : of(row, ACTIVE))
                .max()
                .orElse(0);
    }

    Histogram startups() {
        var buckets = new TreeMap<Integer, Long>();
        named(STARTUP).forEach((bucket, count) -> buckets.put(Integer.valueOf(bucket), count));
        return new Histogram(buckets);
    }

    /** How many screens were embedded where. */
    Map<String, Long> places() {
        return named(PLACE);
    }

    /** How many screens were embedded where without being allowed this. */
    Map<String, Long> lacking(FrameFeature feature) {
        return named(LACK + feature.policyName() + " ");
    }

    /** How many viewers saw which stretch, in the video's order. */
    public Map<Integer, Long> stretches() {
        var stretches = new TreeMap<Integer, Long>();
        rows.forEach((row, numbers) -> {
            if (row < TOTALS) {
                numbers.forEach((stretch, count) -> stretches.put(Integer.valueOf(stretch), count));
            }
        });
        return stretches;
    }

    private Map<String, Long> named(String prefix) {
        var named = new HashMap<String, Long>();
        rows.getOrDefault(TOTALS, Map.of()).forEach((name, count) -> {
            if (name.startsWith(prefix)) {
                named.put(name.substring(prefix.length()), count);
            }
        });
        return named;
    }
}
