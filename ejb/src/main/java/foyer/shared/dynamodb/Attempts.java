package foyer.shared.dynamodb;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Counts how often something met others at work, and waits a while of random length that grows. */
public final class Attempts {
    private static final int MOST = 60;
    private static final Duration FIRST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(150);

    private int made;

    /**
     * Writes it all or nothing, again as long as it only meets others. Empty: it is written; else the refusal that some
     * condition caused. Fails with {@link Unavailable} when it met too many. An answer that was lost is asked for again by
     * the SDK under the same token, so that the repeat is told what the first one did.
     */
    public Optional<TransactionCanceledException> write(StoreClient client, List<TransactWriteItem> parts) {
        while (true) {
            try {
                client.transactWriteItems(transaction -> transaction.transactItems(parts));
                return Optional.empty();
            } catch (TransactionCanceledException cancelled) {
                if (!StoreFailures.worthRepeating(cancelled)) {
                    return Optional.of(cancelled);
                }
                pause();
            }
        }
    }

    /** Fails with {@link Unavailable} when there were too many. */
    public void pause() {
        if (++made > MOST) {
            throw new Unavailable("Many want the same at present. Please try again.", Duration.ofSeconds(1));
        }
        var most = Math.min(LONGEST.toNanos(), FIRST.toNanos() * made);
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }
}
