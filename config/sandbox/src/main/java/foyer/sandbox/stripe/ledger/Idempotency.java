package foyer.sandbox.stripe.ledger;

import foyer.sandbox.stripe.book.StripeError;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was answered under which {@code Idempotency-Key}, by Stripe's rules (docs.stripe.com/api/idempotent_requests,
 * docs.stripe.com/error-low-level): the first result is kept once the call has begun, a 500 like any other, and
 * answers every repetition; other parameters are refused; keys are forgotten after a day.
 */
final class Idempotency {
    private static final int LONGEST_KEY = 255;
    private static final Duration KEPT = Duration.ofHours(24);

    private record Entry(Call call, Instant at, @Nullable Reply reply) {}

    private final Map<String, Entry> byKey = new LinkedHashMap<>();

    /** The result of the same call; empty where this one is the first, which then is under way until it is kept. */
    Optional<Reply> begin(String key, Call call, Instant now) {
        if (key.length() > LONGEST_KEY) {
            throw StripeError.idempotency(400, null, "Idempotency keys are up to 255 characters long.");
        }
        var known = byKey.get(key);
        if (known == null || (known.reply() != null && !known.at().plus(KEPT).isAfter(now))) {
            byKey.put(key, new Entry(call, now, null));
            return Optional.empty();
        }
        refuseOther(known.call(), call, key);
        if (known.reply() == null) {
            throw StripeError.idempotency(
                    409,
                    "idempotency_key_in_use",
                    "There is currently another in-progress request using this Stripe API v1 idempotency key (that probably "
                            + "means you submitted twice, and the other request is still going through): " + key
                            + ". Please try again later.");
        }
        return Optional.of(known.reply().replayed());
    }

    private static void refuseOther(Call known, Call call, String key) {
        if (!known.path().equals(call.path())) {
            throw StripeError.idempotency(
                    400,
                    null,
                    "Keys for idempotent requests can only be used for the same endpoint they were first used for ('"
                            + known.path() + "' vs '" + call.path() + "'). Try using a key other than '" + key
                            + "' if you meant to execute a different request.");
        }
        if (!known.parameters().equals(call.parameters())) {
            throw StripeError.idempotency(
                    400,
                    null,
                    "Keys for idempotent requests can only be used with the same parameters they were first used with. "
                            + "Try using a key other than '" + key + "' if you meant to execute a different request.");
        }
    }

    void keep(String key, Reply reply) {
        byKey.computeIfPresent(key, (same, entry) -> new Entry(entry.call(), entry.at(), reply));
    }

    /** The call never began: it may come again as if for the first time. */
    void forget(String key) {
        byKey.remove(key);
    }

    int size() {
        return byKey.size();
    }
}
