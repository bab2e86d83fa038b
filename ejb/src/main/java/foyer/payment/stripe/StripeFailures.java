package foyer.payment.stripe;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.KeySpent;
import foyer.shared.Journal;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What Stripe's failures mean.
 *
 * @see <a href="https://docs.stripe.com/error-low-level">Advanced error handling</a>
 */
final class StripeFailures {
    private static final Journal JOURNAL = Journal.of(StripeFailures.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Pattern SECRET = Pattern.compile("\\b(?:sk|rk|pk|whsec)_[A-Za-z0-9_*]+");
    private static final int SAME_KEY_UNDER_WAY = 409;

    private StripeFailures() {}

    static RuntimeException meaning(StripeException failure, Endpoint endpoint) {
        // Of two that ask the same at once, as a viewer and the timer, one is to ask again: the answer is then the
        // other's.
        if (failure instanceof RateLimitException || status(failure) == SAME_KEY_UNDER_WAY) {
            return new StripeBusy(failure);
        }
        if (failure instanceof AuthenticationException || failure instanceof PermissionException) {
            JOURNAL.alert("Stripe does not accept our key for this.", Map.of("endpoint", endpoint), failure);
            return silent(failure);
        }
        // Something it was asked for with has changed since the first time, as the event's title: a new key asks anew.
        if (failure instanceof IdempotencyException) {
            return new KeySpent(failure);
        }
        var status = status(failure);
        if (status >= 500) {
            return endpoint.writes() ? new KeySpent(failure) : silent(failure);
        }
        return status >= 400 ? new CheckoutRefused(words(failure), failure) : silent(failure);
    }

    /** Zero where there was no answer. */
    private static int status(StripeException failure) {
        return failure.getStatusCode() == null ? 0 : failure.getStatusCode();
    }

    /** Whether Stripe complains of a parameter, by its name. */
    static boolean concerns(CheckoutRefused refusal, String parameter) {
        return refusal.getCause() instanceof StripeException failure
                && failure.getStripeError() != null
                && parameter.equals(failure.getStripeError().getParam());
    }

    /** Whether Stripe does not know what it was asked for. */
    static boolean unknown(CheckoutRefused refusal) {
        return refusal.getCause() instanceof StripeException failure && "resource_missing".equals(failure.getCode());
    }

    private static Unavailable silent(StripeException failure) {
        return new Unavailable(
                "The payment provider does not answer at present. Please try again soon.", SOON, failure);
    }

    private static String words(StripeException failure) {
        var error = failure.getStripeError();
        var words =
                error == null || error.getMessage() == null ? "HTTP " + failure.getStatusCode() : error.getMessage();
        return SECRET.matcher(words).replaceAll("***");
    }
}
