package foyer.analytics;

import foyer.session.Audience;
import foyer.session.Figures;
import foyer.session.Session;
import foyer.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the screens that this node hears of have measured. Losing all of it loses nothing that they were told to be counted:
 * they tell their sums again.
 */
final class HeardFigures implements Audience {
    // Of each session the screens by their names, nearly always one: a map of one takes little room.
    private final Map<SessionId, Map<String, HeardScreen>> known = new ConcurrentHashMap<>();
    private final AtomicInteger many = new AtomicInteger();
    private final int most;

    HeardFigures(int most) {
        this.most = most;
    }

    /**
     * Beyond the most that are held a new one is not heard, and goes on telling; likewise beyond those of a session that can be
     * counted, so that nobody's many names keep others from being heard.
     */
    @Override
    public long hear(Session session, Figures figures, Instant now) {
        var screens = known.compute(session.id(), (same, before) -> heard(before, session, figures, now));
        var screen = screens == null ? null : screens.get(figures.screen());
        return screen == null ? 0 : screen.countedTo();
    }

    List<Heard> due(Instant now, Duration every) {
        return screens()
                .filter(screen -> screen.due(now, every))
                .flatMap(screen -> screen.toCount().stream())
                .toList();
    }

    List<Heard> uncounted() {
        return screens().flatMap(screen -> screen.toCount().stream()).toList();
    }

    void counted(Heard heard, Instant now) {
        var name = heard.figures().screen();
        known.computeIfPresent(heard.session().id(), (same, before) -> {
            var screen = before.get(name);
            return screen == null ? before : with(before, name, screen.counted(heard, now));
        });
    }

    /** Those of which nothing more is to be counted, see {@link HeardScreen#gone}. */
    void forgetThoseGone(Instant now) {
        known.keySet().forEach(session -> known.computeIfPresent(session, (same, before) -> left(before, now)));
    }

    private Stream<HeardScreen> screens() {
        return known.values().stream().flatMap(screens -> screens.values().stream());
    }

    private @Nullable Map<String, HeardScreen> heard(
            @Nullable Map<String, HeardScreen> before, Session session, Figures figures, Instant now) {
        var screens = before == null ? Map.<String, HeardScreen>of() : before;
        var screen = screens.get(figures.screen());
        if (screen == null) {
            if (screens.size() >= Tally.MOST_SCREENS || many.get() >= most) {
                return before;
            }
            many.incrementAndGet();
            screen = HeardScreen.NEW;
        }
        return with(screens, figures.screen(), screen.hears(session, figures, now));
    }

    private static Map<String, HeardScreen> with(Map<String, HeardScreen> before, String name, HeardScreen screen) {
        if (before.isEmpty() || (before.size() == 1 && before.containsKey(name))) {
            return Map.of(name, screen);
        }
        var all = new HashMap<>(before);
        all.put(name, screen);
        return Map.copyOf(all);
    }

    private @Nullable Map<String, HeardScreen> left(Map<String, HeardScreen> before, Instant now) {
        var left = new HashMap<>(before);
        left.values().removeIf(screen -> screen.gone(now));
        many.addAndGet(left.size() - before.size());
        return left.isEmpty() ? null : left.size() == before.size() ? before : Map.copyOf(left);
    }
}
