package foyer.payment.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that one node does at a time. Each lease has a token, which grows: what the holder of an older one writes does not
 * count any more, however right its clock.
 */
public interface Leases {
    /**
     * Empty while another holds it, as far as that can be told by a clock. One that ends later than any right clock could
     * have said was taken by a clock that is ahead, and keeps nobody waiting.
     *
     * @param length how long it is held at most from {@code now} on; the same for all who take it
     */
    Optional<Lease> take(String name, Duration length, Instant now);

    /**
     * Writes what the next holder begins with, and keeps the lease no longer than before.
     *
     * @return false when another holds it by now, and nothing was written
     */
    boolean keep(Lease lease, String state);

    /**
     * Keeps the lease for longer.
     *
     * @param length as it was taken for, from {@code now} on
     * @return false when another holds it by now
     */
    boolean prolong(Lease lease, Duration length, Instant now);

    /** Others may take it at once; nothing happens when another holds it by now. */
    void release(Lease lease);

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
