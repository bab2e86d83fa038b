package foyer.shared;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads once for many what each would read alone. Whoever comes while a read is under way waits for the next one, which begins
 * after they came: nobody is told anything older than a read of their own would have told. Of one key there is one read at a time.
 * Nobody waits for others longer than they have patience, and nobody at all for a read that somebody has given up: or whoever reads
 * slowly would hold all threads that there are.
 */
public final class ReadTogether<K, V> {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Function<K, V> reading;
    private final Duration patience;
    // Of each key the round that began last, or gathers.
    private final ConcurrentMap<K, Round<V>> rounds = new ConcurrentHashMap<>();

    /**
     * @param reading ends by itself; where it fails they all fail who wait for it, with {@link Unavailable} where it does
     * @param patience after which somebody waits for others no longer
     */
    public ReadTogether(Function<K, V> reading, Duration patience) {
        this.reading = reading;
        this.patience = patience;
    }

    /** As it is read after this was called. Fails with {@link Unavailable} where others are too slow at it. */
    public V read(K key) {
        var own = new Round<V>();
        var joined = rounds.compute(key, (same, last) -> {
            if (last == null) {
                return own;
            }
            last.refuseIfGivenUp();
            return last.gathers() ? last : own.after(last);
        });
        if (joined != own) {
            return joined.awaited(patience);
        }
        lead(key, own);
        return own.awaited(patience);
    }

    private void lead(K key, Round<V> round) {
        try {
            round.awaitTheOneBefore(patience);
            // Nobody joins from here on, and only then it is read.
            rounds.computeIfPresent(key, (same, own) -> own.begun());
            round.found.complete(reading.apply(key));
        } catch (RuntimeException | Error failed) {
            round.found.completeExceptionally(failed);
        } finally {
            // Where the one before is still read, whoever comes next has to know.
            rounds.computeIfPresent(key, (same, last) -> last == round ? round.stillRead() : last);
        }
    }

    /** Those who wait for the same read. Whether it gathers is looked at and changed while its key is held. */
    private static final class Round<V> {
        private final CompletableFuture<V> found = new CompletableFuture<>();
        private boolean gathers = true;
        private volatile boolean givenUp;
        private @Nullable Round<V> before;

        Round<V> after(Round<V> last) {
            before = last;
            return this;
        }

        boolean gathers() {
            return gathers;
        }

        Round<V> begun() {
            gathers = false;
            return this;
        }

        void refuseIfGivenUp() {
            if (givenUp) {
                throw tooSlow();
            }
        }

        /** The one before, unless it has come to its end. */
        @Nullable
        Round<V> stillRead() {
            return before == null || before.found.isDone() ? null : before;
        }

        // What became of it is their affair who waited for it.
        void awaitTheOneBefore(Duration patience) {
            if (before != null) {
                before.ended(patience);
                before = null;
            }
        }

        private void ended(Duration patience) {
            try {
                found.handle((seen, failed) -> true).get(patience.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException tooLong) {
                givenUp = true;
                throw tooSlow();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw tooSlow();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        V awaited(Duration patience) {
            ended(patience);
            try {
                return found.get();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw tooSlow();
            } catch (ExecutionException failed) {
                throw theirs(failed.getCause());
            }
        }

        private static RuntimeException theirs(@Nullable Throwable failed) {
            // Each is given their own: whoever catches one may add to it.
            if (failed instanceof Unavailable unavailable) {
                return new Unavailable(unavailable.words(), unavailable.retryAfter(), unavailable);
            }
            return new IllegalStateException("What was read together could not be read.", failed);
        }

        private static Unavailable tooSlow() {
            return new Unavailable("The store is slow at present. Please try again in a moment.", SOON);
        }
    }
}
