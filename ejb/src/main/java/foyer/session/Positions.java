package foyer.session;

import java.util.Collection;
import java.util.Optional;

/** Where viewers were in the video, wherever that is kept. */
public interface Positions {
    /** As it was kept last, some seconds ago at most. */
    Optional<Position> find(String viewer);

    /** At most one for a viewer. Nodes write without asking each other, so that the last one to write is remembered. */
    void keep(Collection<Position> positions);
}
