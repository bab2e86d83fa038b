package foyer.media.local;

import foyer.media.edge.Edge;
import java.util.Collection;

/** On one machine the right is asked for with each file. */
final class NoEdge implements Edge {
    @Override
    public boolean there() {
        return false;
    }

    @Override
    public void tell(Collection<String> refused, Collection<String> forgotten) {
        throw new IllegalStateException("There is nobody to tell.");
    }
}
