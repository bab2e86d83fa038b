package foyer.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The time between two herds, in which the server gets rid of the one before: it has forgotten those screens and counted what they
 * measured, which would make room while the next herd's heap is measured, and the letters to who is next have gone out.
 */
final class Lull implements AutoCloseable {
    /** The server forgets screens that were silent for three minutes, and looks for them every five seconds. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(195);

    private final WaitingLetters letters;
    private long begun = System.nanoTime() - FORGOTTEN.toNanos();

    /** @param store DynamoDB Local's address */
    Lull(String store) {
        letters = new WaitingLetters(store);
    }

    /** The last screen has reported. */
    void begin() {
        begun = System.nanoTime();
    }

    /** Until it is over. */
    void await() {
        letters.awaitNone();
        pause(Duration.ofNanos(begun + FORGOTTEN.toNanos() - System.nanoTime()));
    }

    static void pause(Duration length) {
        var until = System.nanoTime() + length.toNanos();
        for (var left = length.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        letters.close();
    }
}
