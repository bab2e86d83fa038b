package foyer.sandbox.stripe.book;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in Stripe's form (docs.stripe.com/api/errors), with the messages its libraries' users know from
 * Stripe.
 */
public final class StripeError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String INVALID = "invalid_request_error";

    private final int status;
    private final Tree error;
    private boolean begun;

    private StripeError(int status, String type, @Nullable String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.error = new Tree();
        if (code != null) {
            error.with("code", code).with("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
        }
        error.with("message", message).with("type", type);
    }

    /** What was sent is wrong. */
    public static StripeError invalid(@Nullable String code, String message, @Nullable String parameter) {
        var refusal = new StripeError(400, INVALID, code, message);
        return parameter == null ? refusal : refusal.with("param", parameter);
    }

    public static StripeError missing(String parameter) {
        return invalid("parameter_missing", "Missing required param: " + parameter + ".", parameter);
    }

    public static StripeError noSuch(String kind, String id, String parameter) {
        return new StripeError(404, INVALID, "resource_missing", "No such " + kind + ": '" + id + "'")
                .with("param", parameter);
    }

    public static StripeError unrecognized(String method, String path) {
        return new StripeError(
                404,
                INVALID,
                null,
                "Unrecognized request URL (" + method.toUpperCase(Locale.ROOT) + ": " + path
                        + "). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.");
    }

    public static StripeError unauthenticated(String message) {
        return new StripeError(401, INVALID, null, message);
    }

    /** What was asked for is not possible now; the call had begun, so the refusal is kept under its key. */
    public static StripeError state(@Nullable String code, String message, @Nullable String parameter) {
        var refusal = invalid(code, message, parameter);
        refusal.begun = true;
        return refusal;
    }

    /** The bank said no (docs.stripe.com/declines/codes). */
    public static StripeError card(Tree paymentError) {
        var refusal = new StripeError(402, "card_error", paymentError.text("code"), paymentError.text("message"));
        refusal.error.putAll(paymentError.copy());
        refusal.begun = true;
        return refusal;
    }

    /** A key used for something else, or just being used (docs.stripe.com/api/idempotent_requests). */
    public static StripeError idempotency(int status, @Nullable String code, String message) {
        return new StripeError(status, "idempotency_error", code, message);
    }

    /** One call too many (docs.stripe.com/rate-limits). */
    public static StripeError tooMany() {
        return new StripeError(
                429,
                INVALID,
                "rate_limit",
                "Request rate limit exceeded. Learn more about rate limits here https://stripe.com/docs/rate-limits.");
    }

    /** Something broke on Stripe's side while the call was being carried out. */
    public static StripeError broken() {
        var failure = new StripeError(
                500, "api_error", null, "An unknown error occurred: a fault is switched on in the stand-in.");
        failure.begun = true;
        return failure;
    }

    private StripeError with(String key, String value) {
        error.with(key, value);
        return this;
    }

    public int status() {
        return status;
    }

    /** Whether the call had begun: only then is its result kept under its idempotency key. */
    public boolean isBegun() {
        return begun;
    }

    /** {@code {"error": {type, code, message, param …}}}. */
    public Tree body() {
        return new Tree().with("error", error.copy());
    }
}
