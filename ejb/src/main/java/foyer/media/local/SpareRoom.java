package foyer.media.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Whether a disk has no room for more. One that does not answer, as one across a network may not, keeps nobody waiting for long: what it
 * said last holds until it does, and it is not asked again meanwhile.
 */
final class SpareRoom {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final BooleanSupplier question;
    private final Duration patience;
    private volatile boolean full;
    private CompletableFuture<Boolean> answer = CompletableFuture.completedFuture(false);

    /** @param question whether it is full; may take its time, and fail */
    SpareRoom(BooleanSupplier question) {
        this(question, PATIENCE);
    }

    /** @param patience how long it waits for an answer */
    SpareRoom(BooleanSupplier question, Duration patience) {
        this.question = question;
        this.patience = patience;
    }

    /** As it says within a moment, or else said last; at first there is room. Fails as the question does. */
    synchronized boolean isFull() {
        if (!answer.isDone()) {
            return full;
        }
        answer = CompletableFuture.supplyAsync(question::getAsBoolean, work -> Daemons.run("live-disk", work))
                .thenApply(said -> full = said);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return full;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return full;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException itself ? itself : new IllegalStateException(failed);
        }
    }
}
