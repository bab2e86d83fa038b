package foyer.media;

import foyer.event.EventId;
import foyer.shared.Alongside;
import foyer.shared.AlongsideInMemory;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Broadcasts noted as long as the test runs. */
public class BroadcastsInMemory implements Broadcasts {
    private final Map<EventId, Broadcast> broadcasts = new ConcurrentHashMap<>();
    private final Map<String, Outgoing> told = new ConcurrentHashMap<>();
    private Runnable meanwhile = () -> {};
    private @Nullable HarvestState harvest;

    /** This happens just before the next change is written. */
    void beforeTheNextChange(Runnable happening) {
        harvest = null;
        meanwhile = happening;
    }

    /** This happens just before it is written that a harvest has come so far. */
    void beforeTheChangeTo(HarvestState reached, Runnable happening) {
        harvest = reached;
        meanwhile = happening;
    }

    /** What is to be told. */
    List<Outgoing> told() {
        return List.copyOf(told.values());
    }

    @Override
    public Optional<Broadcast> find(EventId event) {
        return Optional.ofNullable(broadcasts.get(event));
    }

    @Override
    public void add(Broadcast broadcast) {
        var there = broadcasts.putIfAbsent(broadcast.event(), broadcast);
        if (there != null && !there.equals(broadcast)) {
            throw new VersionConflict("stream");
        }
    }

    @Override
    public void replace(Broadcast before, Broadcast after, Alongside alongside, Outgoing... facts) {
        var happening = meanwhile;
        if (harvest == null || after.harvest() == harvest) {
            meanwhile = () -> {};
            happening.run();
        }
        broadcasts.compute(before.event(), (event, there) -> {
            if (there == null || there.version() != before.version()) {
                throw new VersionConflict("stream");
            }
            AlongsideInMemory.write(alongside);
            List.of(facts).forEach(fact -> told.putIfAbsent(fact.id(), fact));
            return after;
        });
    }

    @Override
    public List<Broadcast> due(Instant now, int most) {
        return broadcasts.values().stream()
                .filter(broadcast ->
                        broadcast.due().filter(due -> !due.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(broadcast -> broadcast.due().orElseThrow()))
                .limit(most)
                .toList();
    }
}
