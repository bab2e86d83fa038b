package foyer.payment.stripe;

import foyer.payment.provider.Checkouts.Line;
import foyer.payment.provider.StillInLine;
import foyer.shared.Unavailable;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The line before one endpoint: at its rate, one after the other. What nobody waits for at a page goes at half the rate, so
 * that a thousand refunds leave room for people who want to pay.
 */
final class Lane {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BACKGROUND_PATIENCE = Duration.ofSeconds(10);
    // So little at once that even in the first second it stays well below what Stripe takes.
    private static final int PARTS_AT_ONCE = 5;

    private final Bucket all;
    private final Bucket background;
    private final AtomicInteger waiting = new AtomicInteger();

    /** @param rate calls a second */
    Lane(int rate) {
        all = bucket(rate);
        background = bucket(Math.max(1, rate / 2));
    }

    /**
     * Returns when it is the caller's turn. Fails with {@link StillInLine} where that would take too long.
     *
     * @param someoneWaits whether a person waits for what is called for
     */
    void pass(boolean someoneWaits) {
        waiting.incrementAndGet();
        try {
            var turn = someoneWaits
                    ? all.asBlocking().tryConsume(1, PATIENCE)
                    : background.asBlocking().tryConsume(1, BACKGROUND_PATIENCE)
                            && all.asBlocking().tryConsume(1, BACKGROUND_PATIENCE);
            if (!turn) {
                throw new StillInLine("Many people pay at this moment. Please try again soon.", line().delay());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Unavailable("The server is stopping.", PATIENCE, stopping);
        } finally {
            waiting.decrementAndGet();
        }
    }

    Line line() {
        var delay = all.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return new Line(waiting.get(), Duration.ofNanos(delay));
    }

    private static Bucket bucket(int rate) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(Math.max(1, rate / PARTS_AT_ONCE)).refillGreedy(rate, Duration.ofSeconds(1)))
                .withNanosecondPrecision()
                .build();
    }
}
