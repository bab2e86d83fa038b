package foyer.shared.dynamodb;

import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What the store's failures mean. */
public final class StoreFailures {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    // Credentials that are late in rotating, or a policy that is being rolled out: both pass, and say nothing of the
    // call.
    private static final Set<String> NOT_LET_IN = Set.of(
            "AccessDeniedException",
            "ExpiredTokenException",
            "IncompleteSignatureException",
            "InvalidSignatureException",
            "MissingAuthenticationTokenException",
            "UnrecognizedClientException");

    private StoreFailures() {}

    /**
     * {@link Unavailable} for a store that is silent, throttles, fails or does not let us in, whatever the SDK's retries tried; the outcome
     * of a write is then not known, so repeat it only on a condition that recognises it. Else the failure itself: a
     * condition's, for the adapter to explain, or a bug.
     */
    public static RuntimeException translated(SdkException failure) {
        if (failure instanceof SdkClientException) {
            return new Unavailable("The store does not answer. Please try again soon.", LATER, failure);
        }
        if (failure instanceof TransactionConflictException
                || (failure instanceof AwsServiceException refused && refused.isThrottlingException())) {
            return new Unavailable("The store is busy. Please try again in a moment.", SOON, failure);
        }
        if (failure instanceof AwsServiceException failed && failed.statusCode() >= 500) {
            return new Unavailable("The store fails at present. Please try again soon.", LATER, failure);
        }
        if (failure instanceof AwsServiceException refused && NOT_LET_IN.contains(codeOf(refused))) {
            return new Unavailable("The store does not let this server in at present.", LATER, failure);
        }
        return failure;
    }

    private static String codeOf(AwsServiceException refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : String.valueOf(refused.awsErrorDetails().errorCode());
    }

    /** Whether any of the transaction's items did not meet its condition. */
    public static boolean conditionFailed(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream().anyMatch(reason -> hasCode(reason, "ConditionalCheckFailed"));
    }

    /** Whether the item at this place of the transaction did not meet its condition. */
    public static boolean conditionFailed(TransactionCanceledException cancelled, int place) {
        return hasCode(cancelled.cancellationReasons().get(place), "ConditionalCheckFailed");
    }

    /**
     * Whether the transaction met another one, or a throttle, and nothing that a condition said: then try again after a
     * while of random length.
     */
    public static boolean worthRepeating(TransactionCanceledException cancelled) {
        return !conditionFailed(cancelled)
                && cancelled.cancellationReasons().stream().anyMatch(StoreFailures::passes);
    }

    private static boolean passes(CancellationReason reason) {
        return List.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded")
                .contains(String.valueOf(reason.code()));
    }

    private static boolean hasCode(CancellationReason reason, String code) {
        return code.equals(reason.code());
    }
}
