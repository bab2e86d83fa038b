package foyer.analytics;

import foyer.event.EventId;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps tallies as long as the test runs; it can fall silent, and let answers be lost. */
public final class TalliesInMemory implements Tallies {
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<EventId, Counts> counts = new HashMap<>();
    private boolean silent;
    private boolean answersLost;
    private @Nullable String spoilt;

    @Override
    public synchronized Map<String, Tally> find(Collection<String> viewers) {
        answer();
        if (spoilt != null && viewers.contains(spoilt)) {
            throw new IllegalStateException("This is no tally.");
        }
        var found = new HashMap<String, Tally>();
        viewers.forEach(viewer -> found.put(viewer, tallies.getOrDefault(viewer, Tally.none(viewer))));
        return found;
    }

    @Override
    public synchronized boolean count(EventId event, List<Change> changes, Counts more) {
        answer();
        if (changes.size() + more.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("That is too much at once.");
        }
        for (var change : changes) {
            var viewer = change.before().viewer();
            var there = tallies.getOrDefault(viewer, Tally.none(viewer));
            if (there.version() != change.before().version()) {
                return false;
            }
        }
        changes.forEach(change -> tallies.put(change.after().viewer(), change.after()));
        counts.computeIfAbsent(event, any -> new Counts()).addAll(more);
        if (answersLost) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }
        return true;
    }

    @Override
    public synchronized Counts of(EventId event) {
        answer();
        var copy = new Counts();
        copy.addAll(counts.getOrDefault(event, new Counts()));
        return copy;
    }

    synchronized void fallSilent(boolean falling) {
        silent = falling;
    }

    /** What is written is written, and nobody learns of it. */
    synchronized void loseAnswers(boolean losing) {
        answersLost = losing;
    }

    /** What is kept of this viewer cannot be read. */
    synchronized void spoil(String viewer) {
        spoilt = viewer;
    }

    private void answer() {
        if (silent) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }
    }
}
