package foyer.payment.reconciliation;

import foyer.payment.reconciliation.Leases.Lease;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A lease in the hands of who works for longer than it was taken for: it is prolonged on the way, until another has it. */
final class Holding {
    private final Leases leases;
    private final Lease lease;
    private final Duration length;
    private final Clock clock;
    private Instant prolonged;

    /** Another node has taken the lease, as it was not prolonged in time: nothing that was found counts any more. */
    static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** @param length as it was taken for, just now */
    Holding(Leases leases, Lease lease, Duration length, Clock clock) {
        this.leases = leases;
        this.lease = lease;
        this.length = length;
        this.clock = clock;
        this.prolonged = clock.instant();
    }

    /** What was kept last. */
    Optional<String> state() {
        return Optional.ofNullable(lease.state());
    }

    /** Asked before each step. Fails with {@link TakenOver}. */
    void goOn() {
        var now = clock.instant();
        if (now.isAfter(prolonged.plus(length.dividedBy(4)))) {
            prolonged = now;
            held(leases.prolong(lease, length, now));
        }
    }

    /** Writes what the next holder begins with. Fails with {@link TakenOver}, and then nothing is written. */
    void keep(String state) {
        held(leases.keep(lease, state));
    }

    private static void held(boolean still) {
        if (!still) {
            throw new TakenOver();
        }
    }
}
