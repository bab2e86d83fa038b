package foyer.analytics;

import foyer.session.Audience;
import foyer.session.Figures;
import foyer.session.Session;
import foyer.session.SessionId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the screens that this node hears of have measured. Losing all of it loses nothing that they were told to be counted:
 * they tell their sums again.
 */
final class HeardFigures implements Audience {
    private final Map<Key, HeardScreen> known = new ConcurrentHashMap<>();
    private final Map<SessionId, Integer> screens = new ConcurrentHashMap<>();
    private final int most;

    private record Key(SessionId session, String screen) {
        static Key of(Heard heard) {
            return new Key(heard.session().id(), heard.figures().screen());
        }
    }

    HeardFigures(int most) {
        this.most = most;
    }

    /**
     * Beyond the most that are held a new one is not heard, and goes on telling; likewise beyond those of a session that can be
     * counted, so that nobody's many names keep others from being heard.
     */
    @Override
    public long hear(Session session, Figures figures, Instant now) {
        var key = new Key(session.id(), figures.screen());
        if (!known.containsKey(key) && full(key.session())) {
            return 0;
        }
        return known.compute(key, (same, before) -> (before == null ? first(key) : before).hears(session, figures, now))
                .countedTo();
    }

    private boolean full(SessionId session) {
        return known.size() >= most || screens.getOrDefault(session, 0) >= Tally.MOST_SCREENS;
    }

    private HeardScreen first(Key key) {
        screens.merge(key.session(), 1, Integer::sum);
        return HeardScreen.NEW;
    }

    List<Heard> due(Instant now, Duration every) {
        return known.values().stream()
                .filter(screen -> screen.due(now, every))
                .flatMap(screen -> screen.toCount().stream())
                .toList();
    }

    List<Heard> uncounted() {
        return known.values().stream()
                .flatMap(screen -> screen.toCount().stream())
                .toList();
    }

    void counted(Heard heard, Instant now) {
        known.computeIfPresent(Key.of(heard), (same, before) -> before.counted(heard, now));
    }

    /** Those of which nothing more is to be counted, see {@link HeardScreen#gone}. */
    void forgetThoseGone(Instant now) {
        known.keySet()
                .forEach(key -> known.computeIfPresent(key, (same, screen) -> {
                    if (!screen.gone(now)) {
                        return screen;
                    }
                    screens.computeIfPresent(key.session(), (session, many) -> many == 1 ? null : many - 1);
                    return null;
                }));
    }
}
