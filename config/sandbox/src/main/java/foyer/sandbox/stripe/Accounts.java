package foyer.sandbox.stripe;

import foyer.sandbox.http.Request;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.ledger.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Whose key a call carries. All test keys, secret and restricted, open the same account, but for those like
 * {@code sk_test_other…}: each name of that kind is an account of its own, which shares nothing with the others.
 */
final class Accounts {
    static final String USUAL = "acct_sandbox";

    private static final Pattern KEY = Pattern.compile("(?:sk|rk)_test_[A-Za-z0-9_]{1,200}");
    private static final Pattern OTHER = Pattern.compile("(?:sk|rk)_test_(other[A-Za-z0-9]*)(?:_.*)?");

    private final Map<String, Ledger> byId = new ConcurrentHashMap<>();
    private final Function<String, Ledger> opening;

    /** @param opening makes the ledger of an account that is asked for the first time */
    Accounts(Function<String, Ledger> opening) {
        this.opening = opening;
    }

    Ledger usual() {
        return named(USUAL);
    }

    Ledger named(String account) {
        return byId.computeIfAbsent(account, opening);
    }

    Collection<Ledger> all() {
        return byId.values();
    }

    /** Fails with a 401 in Stripe's form. */
    Ledger of(Request request) {
        var key = key(request).orElseThrow(() -> StripeError.unauthenticated("You did not provide an API key."));
        if (key.startsWith("sk_live_") || key.startsWith("rk_live_")) {
            throw StripeError.unauthenticated("This is a stand-in: a live key has no business here.");
        }
        if (!KEY.matcher(key).matches()) {
            throw StripeError.unauthenticated("Invalid API Key provided: " + hidden(key));
        }
        var other = OTHER.matcher(key);
        return named(other.matches() ? "acct_" + other.group(1) : USUAL);
    }

    /** As a bearer's token, or as the name in Basic's. */
    private static Optional<String> key(Request request) {
        var header = request.header("Authorization").orElse("");
        if (header.startsWith("Bearer ")) {
            return Optional.of(header.substring("Bearer ".length()).strip());
        }
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder()
                            .decode(header.substring("Basic ".length()).strip()),
                    StandardCharsets.UTF_8);
            return Optional.of(pair.split(":", 2)[0]);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static String hidden(String key) {
        return key.length() < 12 ? "***" : key.substring(0, 8) + "***" + key.substring(key.length() - 4);
    }
}
