package foyer.payment.stripe;

import foyer.payment.provider.KeySpent;
import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * The one way to Stripe. A slow Stripe holds few of the server's threads, a silent one is left in peace.
 */
@ApplicationScoped
class StripeTurnstile {
    // Again only what Stripe did not begin. What it may have done is looked at and asked for anew by those who know of
    // it.
    @Timeout(value = 20, unit = ChronoUnit.SECONDS)
    @Bulkhead(32)
    @Retry(
            maxRetries = 8,
            delay = 400,
            jitter = 300,
            maxDuration = 6_000,
            retryOn = {StripeBusy.class, BulkheadException.class})
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.6,
            delay = 5_000,
            failOn = {Unavailable.class, KeySpent.class, TimeoutException.class})
    public <T> T pass(Supplier<T> call) {
        return call.get();
    }
}
