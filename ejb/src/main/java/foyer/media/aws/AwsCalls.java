package foyer.media.aws;

import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Makes calls of the SDK's. A service that is silent, throttles, fails or does not let us is met as {@link Unavailable}; what
 * it says of the call itself fails as the SDK says it, for the adapter to explain.
 */
final class AwsCalls {
    private static final Journal JOURNAL = Journal.of(AwsCalls.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final int FORBIDDEN = 403;
    private static final int FAILED = 500;

    private final AwsTurnstile turnstile;

    AwsCalls(AwsTurnstile turnstile) {
        this.turnstile = turnstile;
    }

    <T> T make(Supplier<T> call) {
        try {
            return turnstile.pass(() -> made(call));
        } catch (FaultToleranceException | AwsBusy closed) {
            throw new Unavailable("The media service is busy. Please try again in a moment.", SOON, closed);
        }
    }

    /** The answer to a whole use; what a service refuses in it, and nobody has explained, is met as {@link Unavailable} too. */
    static <T> T told(Supplier<T> use) {
        try {
            return use.get();
        } catch (AwsServiceException refused) {
            throw unexplained(refused);
        }
    }

    static void done(Runnable use) {
        try {
            use.run();
        } catch (AwsServiceException refused) {
            throw unexplained(refused);
        }
    }

    /** Whether it is that AWS does not let us: asked again, it says the same. */
    static boolean isForbidden(Unavailable away) {
        return away.getCause() instanceof AwsServiceException refused && refused.statusCode() == FORBIDDEN;
    }

    private static Unavailable unexplained(AwsServiceException refused) {
        JOURNAL.warn(
                "AWS refuses a call, and nobody knows why.",
                Map.of("answer", String.valueOf(refused.getMessage())),
                refused);
        return new Unavailable("The media service refuses what is asked of it at present.", LATER, refused);
    }

    private static <T> T made(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkClientException silent) {
            throw new Unavailable("The media service does not answer. Please try again soon.", SOON, silent);
        } catch (AwsServiceException refused) {
            throw meaning(refused);
        }
    }

    private static RuntimeException meaning(AwsServiceException refused) {
        if (refused.isThrottlingException()) {
            return new AwsBusy(refused);
        }
        if (refused.statusCode() == FORBIDDEN) {
            JOURNAL.alert(
                    "AWS does not let us do this.", Map.of("answer", String.valueOf(refused.getMessage())), refused);
            return new Unavailable("The media service does not let this server in.", SOON, refused);
        }
        return refused.statusCode() >= FAILED
                ? new Unavailable("The media service fails at present. Please try again soon.", SOON, refused)
                : refused;
    }
}
