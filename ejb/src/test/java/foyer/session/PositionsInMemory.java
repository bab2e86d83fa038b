package foyer.session;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Positions kept in memory, by the same promises as those in a store. */
public final class PositionsInMemory implements Positions {
    private final Map<String, Position> positions = new ConcurrentHashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    /** How many it was told together so far, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    /** How often somebody was looked up so far. */
    public int lookUps() {
        return lookUps.get();
    }

    @Override
    public Optional<Position> find(String viewer) {
        lookUps.incrementAndGet();
        return Optional.ofNullable(positions.get(viewer));
    }

    @Override
    public void keep(Collection<Position> kept) {
        most.accumulateAndGet(kept.size(), Math::max);
        kept.forEach(position -> positions.put(position.viewer(), position));
    }
}
