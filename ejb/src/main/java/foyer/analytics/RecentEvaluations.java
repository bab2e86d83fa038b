package foyer.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.event.EventId;
import foyer.shared.Caches;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** What this node has found of late, for reading an event's registrations and payments takes a while where there are many. */
public final class RecentEvaluations {
    private static final int MOST = 200;

    private final Cache<EventId, Evaluation> found;

    RecentEvaluations(Duration fresh, Clock clock) {
        this.found = Caches.by(clock).maximumSize(MOST).expireAfterWrite(fresh).build();
    }

    /** One caller reads anew, others of the same event wait for it. */
    Evaluation of(EventId event, Supplier<Evaluation> anew) {
        return found.get(event, same -> anew.get());
    }
}
