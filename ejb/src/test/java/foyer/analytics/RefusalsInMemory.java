package foyer.analytics;

import foyer.event.EventId;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Keeps refusals as long as the test runs; it can fall silent. */
final class RefusalsInMemory implements Refusals {
    private final Map<EventId, RefusedOrigins> kept = new HashMap<>();
    private boolean silent;
    private int writings;

    @Override
    public RefusedOrigins of(EventId event) {
        answer();
        return kept.getOrDefault(event, RefusedOrigins.none(event));
    }

    @Override
    public boolean replace(RefusedOrigins before, RefusedOrigins after) {
        answer();
        if (of(after.event()).version() != before.version()) {
            return false;
        }
        writings++;
        kept.put(after.event(), after);
        return true;
    }

    void fallSilent(boolean falling) {
        silent = falling;
    }

    int writings() {
        return writings;
    }

    private void answer() {
        if (silent) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }
    }
}
