package foyer.payment.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps leases as long as the test runs. */
public class LeasesInMemory implements Leases {
    private final Map<String, Held> leases = new HashMap<>();
    private final Watcher watcher;

    /** Told of what is kept, once it is. */
    public interface Watcher {
        void kept(Lease by);
    }

    private record Held(long token, Instant end, @Nullable String state) {}

    public LeasesInMemory() {
        this(by -> {});
    }

    public LeasesInMemory(Watcher watcher) {
        this.watcher = watcher;
    }

    @Override
    public synchronized Optional<Lease> take(String name, Duration length, Instant now) {
        var held = leases.getOrDefault(name, new Held(0, now, null));
        if (held.end().isAfter(now) && !held.end().isAfter(now.plus(length.multipliedBy(2)))) {
            return Optional.empty();
        }
        var taken = new Held(held.token() + 1, now.plus(length), held.state());
        leases.put(name, taken);
        return Optional.of(new Lease(name, taken.token(), taken.state()));
    }

    @Override
    public synchronized boolean keep(Lease lease, String state) {
        if (!isNewest(lease)) {
            return false;
        }
        leases.computeIfPresent(lease.name(), (name, held) -> new Held(held.token(), held.end(), state));
        watcher.kept(lease);
        return true;
    }

    @Override
    public synchronized boolean prolong(Lease lease, Duration length, Instant now) {
        if (!isNewest(lease)) {
            return false;
        }
        leases.computeIfPresent(lease.name(), (name, held) -> new Held(held.token(), now.plus(length), held.state()));
        return true;
    }

    @Override
    public synchronized void release(Lease lease) {
        if (isNewest(lease)) {
            leases.computeIfPresent(lease.name(), (name, held) -> new Held(held.token(), Instant.EPOCH, held.state()));
        }
    }

    @Override
    public synchronized Optional<String> state(String name) {
        return Optional.ofNullable(leases.get(name)).map(Held::state);
    }

    /** Whether nobody has taken it since. */
    protected boolean isNewest(Lease lease) {
        var held = leases.get(lease.name());
        return held != null && held.token() == lease.token();
    }
}
