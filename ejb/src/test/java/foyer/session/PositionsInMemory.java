package foyer.session;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Positions kept in memory, by the same promises as those in a store. */
public final class PositionsInMemory implements Positions {
    private final Map<String, Position> positions = new ConcurrentHashMap<>();

    @Override
    public Optional<Position> find(String viewer) {
        return Optional.ofNullable(positions.get(viewer));
    }

    @Override
    public void keep(Collection<Position> kept) {
        kept.forEach(position -> positions.put(position.viewer(), position));
    }
}
