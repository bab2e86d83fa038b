package foyer.shared;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets slow hashes through a few at once, first come, first served, so that a herd with passwords leaves a core for
 * everybody else. The line is short: who waits in it holds one of the server's threads.
 */
final class HashingLine {
    private final PasswordSettings settings;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    HashingLine(PasswordSettings settings, int cores) {
        this.settings = settings;
        this.places = new Semaphore(Math.max(1, cores - 1), true);
    }

    /** Fails with {@link TooManyRequests} when the line is full, or moves too slowly. */
    <T> T pass(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        if (waiting.incrementAndGet() > settings.line() || !moved()) {
            waiting.decrementAndGet();
            throw new TooManyRequests("Many are signing in at present. Please try again soon.", settings.patience());
        }
        waiting.decrementAndGet();
    }

    private boolean moved() {
        try {
            return places.tryAcquire(settings.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
