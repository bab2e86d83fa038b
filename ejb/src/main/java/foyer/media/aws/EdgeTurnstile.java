package foyer.media.aws;

import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;

/**
 * The way to the edge alone. What was taken back is to be known there within a minute, so that it does not stand behind calls of
 * S3's that nobody answers, nor is left in peace because MediaLive is silent.
 */
@ApplicationScoped
@Typed(EdgeTurnstile.class)
class EdgeTurnstile extends AwsTurnstile {
    // A node tells in one round at a time, every few seconds: one round is all that may be left out.
    @Override
    @Bulkhead(4)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.6, delay = 5_000, failOn = Unavailable.class)
    public <T> T pass(Supplier<T> call) {
        return call.get();
    }
}
