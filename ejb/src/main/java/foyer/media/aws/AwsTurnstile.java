package foyer.media.aws;

import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/** The one way to the media services but the edge: slow ones hold few of the server's threads, silent ones are left in peace. */
@ApplicationScoped
class AwsTurnstile {
    // The SDK tries again by itself, with pauses, as the settings say.
    @Bulkhead(16)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5_000, failOn = Unavailable.class)
    public <T> T pass(Supplier<T> call) {
        return call.get();
    }
}
