package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tender;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.payment.Intents;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a shop wants of a new session (docs.stripe.com/api/checkout/sessions/create), read and checked whole.
 * What would change the sum or the course of a payment and is not imitated is refused as unknown.
 *
 * @param facts what the session shows of it
 * @param payment what its payment intent will show
 */
record Wish(LineItems items, Tender tender, Tree facts, Tree payment) {
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_ADDRESS = 5000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    static Wish read(Parameters parameters, Catalog catalog, Books books) {
        if (!parameters.requiredText("mode").equals("payment")) {
            throw StripeError.invalid(null, "The stand-in imitates no other mode than payment.", "mode");
        }
        parameters.word("ui_mode", "hosted_page");
        var items = LineItems.read(parameters, catalog, books);
        var tender = items.tender();
        var facts = facts(parameters, tender.currency(), books.now());
        var payment = payment(parameters);
        parameters.ignore(
                "currency", "custom_text", "payment_method_configuration", "branding_settings", "origin_context");
        parameters.end();
        return new Wish(items, tender, facts, payment);
    }

    private static Tree facts(Parameters given, String currency, Instant now) {
        return new Tree()
                .with("adaptive_pricing", enabled(given, "adaptive_pricing", true))
                .with("allow_promotion_codes", promotions(given))
                .with("automatic_tax", tax(given))
                .with(
                        "billing_address_collection",
                        orNull(given.word("billing_address_collection", "auto", "required")))
                .with("cancel_url", orNull(given.text("cancel_url").map(url -> address(url, "cancel_url"))))
                .with("client_reference_id", orNull(reference(given)))
                .with("customer_creation", given.text("customer_creation").orElse("if_required"))
                .with("customer_email", orNull(email(given, "customer_email")))
                .with("expires_at", expiry(given, now))
                .with("integration_identifier", orNull(given.text("integration_identifier")))
                .with("locale", orNull(given.text("locale")))
                .with("metadata", given.metadata())
                .with("payment_method_types", methods(given, currency))
                .with("phone_number_collection", enabled(given, "phone_number_collection", false))
                .with("submit_type", orNull(given.word("submit_type", "auto", "book", "donate", "pay")))
                .with("success_url", address(given.requiredText("success_url"), "success_url"));
    }

    private static Tree payment(Parameters given) {
        var data = given.group("payment_intent_data").orElseGet(Parameters::none);
        data.word("capture_method", "automatic", "automatic_async");
        return new Tree()
                .with("metadata", data.metadata())
                .with("description", orNull(data.text("description")))
                .with("receipt_email", orNull(email(data, "receipt_email")))
                .with("statement_descriptor", orNull(data.text("statement_descriptor")))
                .with("statement_descriptor_suffix", orNull(data.text("statement_descriptor_suffix")));
    }

    private static Tree enabled(Parameters given, String name, boolean otherwise) {
        var enabled = given.group(name).map(group -> group.flag("enabled", otherwise));
        return new Tree().with("enabled", enabled.orElse(otherwise));
    }

    private static @Nullable Boolean promotions(Parameters given) {
        return given.has("allow_promotion_codes") ? (Boolean) given.flag("allow_promotion_codes", false) : null;
    }

    private static Tree tax(Parameters given) {
        var tax = enabled(given, "automatic_tax", false);
        if (tax.flag("enabled")) {
            throw StripeError.invalid(null, "The stand-in knows no taxes.", "automatic_tax[enabled]");
        }
        return tax.withNull("liability", "provider", "status");
    }

    private static Optional<String> reference(Parameters given) {
        var reference = given.text("client_reference_id");
        if (reference.filter(text -> text.length() > LONGEST_REFERENCE).isPresent()) {
            throw StripeError.invalid(null, "Invalid string: must be at most 200 characters", "client_reference_id");
        }
        return reference;
    }

    private static Optional<String> email(Parameters given, String name) {
        var email = given.text(name);
        if (email.filter(text -> !EMAIL.matcher(text).matches()).isPresent()) {
            throw StripeError.invalid("email_invalid", "Invalid email address: " + email.get(), given.path(name));
        }
        return email;
    }

    private static long expiry(Parameters given, Instant now) {
        var expiry = given.number("expires_at").orElse(now.plus(LONGEST).getEpochSecond());
        // Stripe counts in whole seconds, and its own clock may have gone on by one since the shop looked.
        if (expiry < now.plus(SHORTEST).getEpochSecond() - 1) {
            throw StripeError.invalid(
                    null,
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
                    "expires_at");
        }
        if (expiry > now.plus(LONGEST).getEpochSecond() + 1) {
            throw StripeError.invalid(
                    null,
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
                    "expires_at");
        }
        return expiry;
    }

    /** Stripe offers what fits the currency unless a shop chooses (docs.stripe.com/payments/dynamic-payment-methods). */
    private static List<String> methods(Parameters given, String currency) {
        var possible = new ArrayList<>(List.of("card"));
        Intents.delayedMethod(currency).ifPresent(possible::add);
        var chosen = given.texts("payment_method_types");
        for (var method : chosen) {
            if (!possible.contains(method)) {
                throw StripeError.invalid(
                        null,
                        "The payment method type provided: " + method + " is invalid. In " + currency
                                + " the stand-in imitates " + String.join(", ", possible) + ".",
                        "payment_method_types");
            }
        }
        return chosen.isEmpty() ? possible : chosen;
    }

    private static String address(String text, String parameter) {
        try {
            // Stripe fills this in when it sends the shopper back.
            var address = new URI(text.replace(Sessions.OWN_ID, "id"));
            var scheme = Objects.requireNonNullElse(address.getScheme(), "");
            if (scheme.matches("https?") && address.getHost() != null && text.length() <= LONGEST_ADDRESS) {
                return text;
            }
        } catch (URISyntaxException broken) {
            // Told below, with the addresses that are not on the web.
        }
        throw StripeError.invalid("url_invalid", "Not a valid URL", parameter);
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
