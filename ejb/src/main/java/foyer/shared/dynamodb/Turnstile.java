package foyer.shared.dynamodb;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.InternalServerErrorException;

/**
 * The one way to the store, wide enough for {@code foyer.store.concurrency} calls at once. A slow store thus holds that
 * many of the server's threads and no more; who finds it full after standing in the {@link StoreLine} comes back some
 * times, and is refused after that. While the store does not answer at all nobody waits for it.
 */
@ApplicationScoped
class Turnstile {
    // A throttled table or a failed condition is an answer: only silence and the store's own errors open the circuit.
    @Bulkhead(48)
    @Retry(
            maxRetries = 4,
            delay = 10,
            jitter = 8,
            maxDuration = 250,
            durationUnit = ChronoUnit.MILLIS,
            retryOn = BulkheadException.class)
    @CircuitBreaker(
            requestVolumeThreshold = 20,
            failureRatio = 0.6,
            delay = 2_000,
            failOn = {SdkClientException.class, InternalServerErrorException.class})
    public <T> T pass(Supplier<T> call) {
        return call.get();
    }
}
