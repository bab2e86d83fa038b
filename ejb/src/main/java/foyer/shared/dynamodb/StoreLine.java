package foyer.shared.dynamodb;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A line, first come, first served: the one before the {@link Turnstile}, or one of those who want the same. A request makes
 * several calls, one after the other: without a line those who are in would take each place again that they have just left,
 * and whoever waits outside would be refused though the store works.
 */
public final class StoreLine {
    private final Semaphore places;
    private final Duration patience;

    /** @param patience after which somebody stands in line no longer */
    public StoreLine(int places, Duration patience) {
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /** Calls in its turn; after too long a wait without one, and then whoever is called says whether there is room. */
    public <T> T inTurn(Supplier<T> call) {
        var placed = waited();
        try {
            return call.get();
        } finally {
            if (placed) {
                places.release();
            }
        }
    }

    private boolean waited() {
        try {
            return places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
