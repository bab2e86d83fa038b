package foyer.sandbox.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The faults switched on for one stand-in, at most one an operation. */
public final class Faults {
    /** A fault and how often it has hit. */
    public record Tally(Fault fault, int hits) {
        boolean isSpent() {
            return hits >= fault.count();
        }
    }

    private final Map<String, Tally> byOperation = new LinkedHashMap<>();

    /** Takes the place of an earlier fault on the same operation. */
    public synchronized void put(Fault fault) {
        byOperation.put(fault.operation(), new Tally(fault, 0));
    }

    public synchronized void clear() {
        byOperation.clear();
    }

    /** What was switched on for just this operation. */
    public synchronized void clear(String operation) {
        byOperation.remove(operation);
    }

    /** Those switched on, spent ones too: a test reads from them that its fault has hit. */
    public synchronized List<Tally> list() {
        return new ArrayList<>(byOperation.values());
    }

    /** What hits this call, which goes by one or more names; a named operation goes before {@code *}. */
    public synchronized Optional<Fault> strike(String... names) {
        for (var name : names) {
            var struck = strikeOnly(name);
            if (struck.isPresent()) {
                return struck;
            }
        }
        return strikeOnly(Fault.EVERY_OPERATION);
    }

    /** What was switched on for just this operation. */
    public synchronized Optional<Fault> strikeOnly(String operation) {
        var tally = byOperation.get(operation);
        if (tally == null || tally.isSpent()) {
            return Optional.empty();
        }
        byOperation.put(operation, new Tally(tally.fault(), tally.hits() + 1));
        return Optional.of(tally.fault());
    }
}
