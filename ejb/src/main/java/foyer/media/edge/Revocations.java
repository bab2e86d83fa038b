package foyer.media.edge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What was taken back and may still be good at an edge. A keeper that does not answer fails with {@link foyer.shared.Unavailable}. */
public interface Revocations {
    /** One of the same name is replaced. */
    void note(Collection<Revocation> revocations);

    void remove(Collection<Revocation> revocations);

    /** Those that somebody has to look at, the longest due first. */
    List<Revocation> due(Instant now, int most);
}
