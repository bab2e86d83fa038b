package foyer.mail;

import foyer.shared.Unavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** The one way to the post office that the settings name. A slow one holds few threads, a silent one is left in peace. */
@ApplicationScoped
class PostCounter {
    @Inject
    @Any
    Instance<PostOffice> offices;

    @Inject
    MailSettings settings;

    // Again at once only what they surely did not take; what may have gone out comes back by the outbox, and much
    // later. Whom they refuse as a sender they refuse again.
    @Timeout(value = 30, unit = ChronoUnit.SECONDS)
    @Bulkhead(8)
    @Retry(
            maxRetries = 2,
            delay = 300,
            jitter = 200,
            maxDuration = 20_000,
            retryOn = OfficeClosed.class,
            abortOn = SenderRefused.class)
    @CircuitBreaker(
            requestVolumeThreshold = 10,
            failureRatio = 0.6,
            delay = 10_000,
            failOn = {OfficeClosed.class, Unavailable.class, TimeoutException.class},
            skipOn = SenderRefused.class)
    public Receipt send(Handed letter) {
        return office().send(letter.message());
    }

    public void rest() {
        office().rest();
    }

    private PostOffice office() {
        return offices.stream()
                .filter(office -> office.carrier() == settings.carrier())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody carries letters by " + settings.carrier()));
    }
}
