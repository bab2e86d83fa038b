package foyer.session;

import com.github.benmanes.caffeine.cache.Interner;
import foyer.event.EventId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The sessions whose screens this node hears of. Losing all of it loses some seconds of where people were. */
final class LiveSessions {
    private final Map<SessionId, LiveSession> known = new ConcurrentHashMap<>();
    private final Interner<EventId> events = Interner.newWeakInterner();
    private final int most;

    LiveSessions(int most) {
        this.most = most;
    }

    /** What is known of it now. Beyond the most that are held a new one is answered and not remembered. */
    LiveSession hear(Session session, @Nullable Duration position, Instant now) {
        if (known.size() >= most && !known.containsKey(session.id())) {
            return LiveSession.firstHeardOf(session, now);
        }
        return known.compute(
                session.id(),
                (id, before) -> (before == null ? remembered(session, now) : before).heardOf(position, now));
    }

    private LiveSession remembered(Session session, Instant now) {
        return LiveSession.firstHeardOf(session.besideOthers(events), now);
    }

    Optional<LiveSession> find(SessionId id) {
        return Optional.ofNullable(known.get(id));
    }

    /** Changes what is known of it; nothing where nothing is. */
    void change(SessionId id, UnaryOperator<LiveSession> change) {
        known.computeIfPresent(id, (same, before) -> change.apply(before));
    }

    void forget(Collection<SessionId> ids) {
        ids.forEach(known::remove);
    }

    List<LiveSession> those(Predicate<LiveSession> wanted) {
        return known.values().stream().filter(wanted).toList();
    }
}
