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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the screens that this node hears of have measured. Losing all of it loses nothing that they were told to be counted:
 * they tell their sums again.
 */
final class HeardFigures implements Audience {
    private final Map<SessionId, ScreensOfSession> known = new ConcurrentHashMap<>();
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
        var screen = screens == null ? null : screens.named(figures.screen());
        return screen == null ? 0 : screen.countedTo();
    }

    /** Of how many screens something is to be counted now. */
    long manyDue(Instant now, Duration every) {
        return screens().filter(screen -> screen.due(now, every)).count();
    }

    /**
     * What is to be counted now, of all screens of some viewers.
     *
     * @param part of the viewers, from 0, of so many parts
     */
    List<Heard> due(Instant now, Duration every, int part, int parts) {
        return screens()
                .filter(screen -> screen.due(now, every) && screen.isOf(part, parts))
                .flatMap(screen -> screen.toCount().stream())
                .toList();
    }

    List<Heard> uncounted() {
        return screens().flatMap(screen -> screen.toCount().stream()).toList();
    }

    void counted(Heard heard, Instant now) {
        var name = heard.figures().screen();
        known.computeIfPresent(heard.session().id(), (same, before) -> {
            var screen = before.named(name);
            return screen == null ? before : before.with(screen.counted(heard, now));
        });
    }

    /** Those of which nothing more is to be counted, see {@link HeardScreen#gone}. */
    void forgetThoseGone(Instant now) {
        known.keySet().forEach(session -> known.computeIfPresent(session, (same, before) -> left(before, now)));
    }

    private Stream<HeardScreen> screens() {
        return known.values().stream().flatMap(ScreensOfSession::all);
    }

    private @Nullable ScreensOfSession heard(
            @Nullable ScreensOfSession before, Session session, Figures figures, Instant now) {
        var screen = before == null ? null : before.named(figures.screen());
        if (screen == null) {
            if ((before != null && before.size() >= Tally.MOST_SCREENS) || many.get() >= most) {
                return before;
            }
            many.incrementAndGet();
            screen = HeardScreen.of(figures);
        }
        var after = screen.hears(session, figures, now);
        return before == null ? after : before.with(after);
    }

    private @Nullable ScreensOfSession left(ScreensOfSession before, Instant now) {
        var left = before.without(screen -> screen.gone(now));
        many.addAndGet((left == null ? 0 : left.size()) - before.size());
        return left;
    }
}
