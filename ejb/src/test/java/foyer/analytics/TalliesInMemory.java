package foyer.analytics;

import foyer.event.EventId;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps tallies as long as the test runs; it can fall silent, and let answers be lost. */
public final class TalliesInMemory implements Tallies {
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Map<EventId, Counts> counts = new HashMap<>();
    private boolean silent;
    private boolean answersLost;

    @Override
    public synchronized Map<String, Tally> find(Collection<String> viewers) {
        answer();
        var found = new HashMap<String, Tally>();
        viewers.forEach(viewer -> found.put(viewer, tallies.getOrDefault(viewer, Tally.none(viewer))));
        return found;
    }

    @Override
    public synchronized boolean count(EventId event, List<Change> changes, Counts more) {
        answer();
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

    private void answer() {
        if (silent) {
            throw new Unavailable("The store does not answer.", Duration.ofSeconds(1));
        }
    }
}
