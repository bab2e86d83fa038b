package foyer.analytics;

import foyer.event.EventId;
import foyer.session.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of an event, as it was known at a moment.
 *
 * @param audience what was counted of its viewers
 * @param embedding what keeps partners' pages from showing it well
 * @param length of the recording that it plays; null: nobody knows
 */
public record Evaluation(
        EventId event,
        Instant asOf,
        Attendance attendance,
        Revenue revenue,
        Counts audience,
        Embedding embedding,
        @Nullable Duration length) {
    // Nodes count those who go on less than a minute after they heard of them.
    private static final int MINUTES_AGO = 2;
    private static final int DECIMALS = 4;

    /** By the API's names; zeros where nothing is known. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("eventId", event.value());
        tree.put("asOf", asOf.toString());
        tree.put("registrations", attendance.view());
        tree.put("revenue", revenue.view());
        tree.put("audience", audienceView());
        tree.put("retention", retention());
        tree.put("quality", quality());
        tree.put("embedding", embedding.view(audience, asOf));
        return tree;
    }

    private Map<String, Object> audienceView() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("now", now());
        tree.put("peak", audience.peak());
        tree.put("unique", audience.total(Counts.VIEWERS));
        tree.put("watchSeconds", audience.total(Counts.WATCHED) / 1_000);
        tree.put("origins", origins());
        return tree;
    }

    private long now() {
        var minute = asOf.getEpochSecond() / 60;
        var most = 0L;
        for (var ago = 0; ago <= MINUTES_AGO; ago++) {
            most = Math.max(most, audience.of(minute - ago, Counts.ACTIVE));
        }
        return most;
    }

    private List<Map<String, Object>> origins() {
        return audience.places().entrySet().stream()
                .filter(place -> !place.getKey().isEmpty())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(place -> pair("origin", place.getKey(), "screens", place.getValue()))
                .toList();
    }

    // Where somebody was in the video is what their screen says. So nothing is told of what nobody saw, nor beyond
    // an end that is known: else one stranger could have a day of zeros told of ten minutes.
    private List<Map<String, Object>> retention() {
        var retention = new ArrayList<Map<String, Object>>();
        audience.stretches().forEach((stretch, viewers) -> {
            var from = (long) stretch * Figures.STRETCH_SECONDS;
            if (length == null || from * 1_000 < length.toMillis()) {
                retention.add(pair("from", from, "viewers", viewers));
            }
        });
        return retention;
    }

    private Map<String, Object> quality() {
        var startups = audience.startups();
        var startup = new LinkedHashMap<String, Object>();
        startup.put("p50", startups.percentile(0.5));
        startup.put("p75", startups.percentile(0.75));
        startup.put("p95", startups.percentile(0.95));
        var stalled = audience.total(Counts.STALLED);
        var watched = audience.total(Counts.WATCHED);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("startupMs", startup);
        tree.put("rebufferRatio", ratio(stalled, stalled + watched));
        tree.put("errorRate", ratio(audience.total(Counts.FAILED), audience.total(Counts.SCREENS)));
        tree.put("stalls", audience.total(Counts.STALLS));
        tree.put("bitrate", bitrate());
        return tree;
    }

    private long bitrate() {
        return audience.total(Counts.KILOBITS) * 1_000 / Math.max(1, audience.total(Counts.RATED) / 1_000);
    }

    private static Number ratio(long part, long whole) {
        return whole == 0
                ? 0L
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }

    private static Map<String, Object> pair(String name, Object value, String otherName, Object other) {
        var pair = new LinkedHashMap<String, Object>();
        pair.put(name, value);
        pair.put(otherName, other);
        return pair;
    }
}
