package foyer.media.edge;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** An edge that remembers what it was told. */
final class SomeEdge implements Edge {
    final Set<String> refused = new TreeSet<>();
    private int silentFor;

    /** It does not answer so many times. */
    void fallSilent(int times) {
        silentFor = times;
    }

    @Override
    public boolean there() {
        return true;
    }

    @Override
    public void tell(Collection<String> newlyRefused, Collection<String> forgotten) {
        if (silentFor-- > 0) {
            throw new Unavailable("The edge is silent.", Duration.ofSeconds(1));
        }
        refused.addAll(newlyRefused);
        refused.removeAll(forgotten);
    }
}
