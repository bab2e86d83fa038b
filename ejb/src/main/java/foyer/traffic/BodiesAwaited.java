package foyer.traffic;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import foyer.shared.TooManyRequests;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The bodies of calls that are being read. Each holds a thread until it has come, so one network may have some of them
 * awaited at once: however slowly it sends, most threads stay with others. A body that came with its head is read before
 * the next is asked for, so that honest callers do not feel this.
 */
public final class BodiesAwaited {
    /** A quarter of the threads that both packagings have for calls. */
    static final int FROM_ONE_NETWORK = 16;

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private final Duration patience;

    // Held by whoever reads, and by nothing else once nobody does.
    private final LoadingCache<String, Semaphore> places =
            Caffeine.newBuilder().weakValues().build(network -> new Semaphore(FROM_ONE_NETWORK, true));

    BodiesAwaited() {
        this(PATIENCE);
    }

    /** @param patience how long a call waits for others of its network to be read */
    BodiesAwaited(Duration patience) {
        this.patience = patience;
    }

    /** What reads a body. */
    @FunctionalInterface
    public interface Reading<T, E extends Exception> {
        T read() throws E;
    }

    /**
     * Reads a body. Fails with {@link TooManyRequests} when the sender's network keeps too many others waiting.
     *
     * @param address of the sender, in the usual notation
     */
    public <T, E extends Exception> T read(String address, Reading<T, E> body) throws E {
        var place = places.get(NetworkAddress.of(address));
        if (!taken(place)) {
            throw new TooManyRequests("Too many bodies from your network are under way and do not come.", LATER);
        }
        try {
            return body.read();
        } finally {
            place.release();
        }
    }

    private boolean taken(Semaphore place) {
        try {
            return place.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
