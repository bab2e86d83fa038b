package foyer.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that one node does at a time. Each lease has a token, which grows: what the holder of an older one writes does not
 * count any more, however right its clock.
 */
public interface Leases {
    /** Empty while another holds it, as far as that can be told by a clock. */
    Optional<Lease> take(String name, Duration length, Instant now);

    /**
     * Writes what the next holder begins with, and keeps the lease no longer than before.
     *
     * @return false when another holds it by now, and nothing was written
     */
    boolean keep(Lease lease, String state);

    /** What was kept last under this name. */
    Optional<String> state(String name);

    /**
     * A lease that was taken.
     *
     * @param token larger than all before
     * @param state what was kept last; null: nothing yet
     */
    record Lease(String name, long token, @Nullable String state) {}
}
