package foyer.shared;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads once for many what each would read alone. Whoever comes while a read is under way waits for the next one, which begins
 * after they came: nobody is told anything older than a read of their own would have told. Of one key there is one read at a time.
 */
public final class ReadTogether<K, V> {
    private final Function<K, V> reading;
    // Of each key the round that began last, or gathers.
    private final ConcurrentMap<K, Round<V>> rounds = new ConcurrentHashMap<>();

    /** @param reading ends by itself, for all who wait wait for it; what it fails with they all fail with */
    public ReadTogether(Function<K, V> reading) {
        this.reading = reading;
    }

    /** As it is read after this was called; waits for two reads at most. */
    public V read(K key) {
        var own = new Round<V>();
        var joined = rounds.compute(key, (same, last) -> last == null ? own : last.gathers() ? last : own.after(last));
        if (joined == own) {
            lead(key, own);
        }
        return joined.found();
    }

    private void lead(K key, Round<V> round) {
        round.awaitTheOneBefore();
        // Nobody joins from here on, and only then it is read.
        rounds.computeIfPresent(key, (same, own) -> own.begun());
        try {
            round.found.complete(reading.apply(key));
        } catch (RuntimeException | Error failed) {
            round.found.completeExceptionally(failed);
        } finally {
            rounds.remove(key, round);
        }
    }

    /** Those who wait for the same read. Whether it gathers is looked at and changed while its key is held. */
    private static final class Round<V> {
        private final CompletableFuture<V> found = new CompletableFuture<>();
        private boolean gathers = true;
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

        // What became of it is their affair who waited for it.
        void awaitTheOneBefore() {
            if (before != null) {
                before.found.handle((seen, failed) -> true).join();
                before = null;
            }
        }

        V found() {
            try {
                return found.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException theirs) {
                    throw theirs;
                }
                throw failed;
            }
        }
    }
}
