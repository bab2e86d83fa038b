package foyer.media.edge;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What was taken back and may still be good at an edge. A keeper that does not answer fails with {@link foyer.shared.Unavailable}. */
public interface Revocations {
    /** One of the same name is replaced. */
    void note(Collection<Revocation> revocations);

    /** Instead of those that were read; what was noted anew since stays as it is. */
    void change(Collection<Revocation> revocations);

    /** Those that were read; what was noted anew since stays, for nobody has looked at it yet. */
    void remove(Collection<Revocation> revocations);

    /** Those that somebody has to look at, the longest due first. */
    List<Revocation> due(Instant now, int most);
}
