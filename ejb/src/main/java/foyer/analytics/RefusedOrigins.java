package foyer.analytics;

import foyer.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose pages tried to show an event and are none of those that may, as far as browsers tell: origins and no more.
 *
 * @param seen when each was noted last
 * @param version grows by one with each change; zero where nothing was ever noted
 */
public record RefusedOrigins(EventId event, Map<String, Instant> seen, long version) {
    /** Whoever calls may claim to come from anywhere, so that only so many are kept, and not for long. */
    static final int MOST = 20;

    public static final Duration KEPT = Duration.ofDays(30);

    private static final Comparator<Map.Entry<String, Instant>> NEWEST_FIRST =
            Map.Entry.<String, Instant>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());

    public RefusedOrigins {
        seen = Map.copyOf(seen);
    }

    public static RefusedOrigins none(EventId event) {
        return new RefusedOrigins(event, Map.of(), 0);
    }

    /** With this one; beyond the most the one that was seen longest ago makes way. */
    RefusedOrigins with(String origin, Instant now) {
        var all = new HashMap<>(seen);
        all.put(origin, now);
        var kept = new HashMap<String, Instant>();
        newest(all, now).limit(MOST).forEach(one -> kept.put(one.getKey(), one.getValue()));
        return new RefusedOrigins(event, kept, version + 1);
    }

    /** @param allowed those that may show the event by now */
    List<Map<String, Object>> view(Set<String> allowed, Instant now) {
        return newest(seen, now)
                .filter(one -> !allowed.contains(one.getKey()))
                .map(one -> view(one.getKey(), one.getValue()))
                .toList();
    }

    private static Stream<Map.Entry<String, Instant>> newest(Map<String, Instant> all, Instant now) {
        return all.entrySet().stream()
                .filter(one -> one.getValue().plus(KEPT).isAfter(now))
                .sorted(NEWEST_FIRST);
    }

    private static Map<String, Object> view(String origin, Instant at) {
        var view = new LinkedHashMap<String, Object>();
        view.put("origin", origin);
        view.put("lastSeenAt", at.toString());
        view.put(
                "advice",
                "A page there probably tried to show the event, and stayed empty. If it may, add " + origin
                        + " to the event's embedConfig.allowedOrigins.");
        return view;
    }
}
