package foyer.sandbox.stripe.ledger;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of Stripe's API.
 *
 * @param path from {@code /v1} on
 * @param parameters nested maps and lists; a value is a text as forms have it, or the number or flag itself
 * @param idempotencyKey the header {@code Idempotency-Key}
 */
public record Call(
        String method,
        String path,
        Map<String, ?> parameters,
        @Nullable String idempotencyKey) {
    public static Call get(String path, Map<String, ?> parameters) {
        return new Call("GET", path, parameters, null);
    }

    public static Call post(String path, Map<String, ?> parameters, @Nullable String idempotencyKey) {
        return new Call("POST", path, parameters, idempotencyKey);
    }

    boolean isRepeatable() {
        return method.equals("POST") && idempotencyKey != null;
    }
}
