package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Tree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an intent to pay looks like (docs.stripe.com/api/payment_intents). */
public final class Intents {
    public static final String KIND = "payment_intent";

    /** What a shop says about a payment it wants; all but the metadata may be absent. */
    public record Order(
            long amount,
            String currency,
            List<String> methods,
            Tree metadata,
            @Nullable String description,
            @Nullable String receiptEmail,
            @Nullable String descriptor,
            @Nullable String descriptorSuffix) {}

    private Intents() {}

    public static Tree of(Books books, Order order) {
        var id = books.freshId("pi_");
        return new Tree()
                .with("id", id)
                .with("object", KIND)
                .with("amount", order.amount())
                .with("amount_capturable", 0L)
                .with("amount_details", new Tree().with("tip", new Tree()))
                .with("amount_received", 0L)
                .withNull("application", "application_fee_amount", "automatic_payment_methods")
                .withNull("canceled_at", "cancellation_reason")
                .with("capture_method", "automatic_async")
                .with("client_secret", books.freshId(id + "_secret_"))
                .with("confirmation_method", "automatic")
                .with("created", books.second())
                .with("currency", order.currency())
                .withNull("customer", "customer_account")
                .with("description", order.description())
                .withNull("excluded_payment_method_types", "last_payment_error", "latest_charge")
                .with("livemode", false)
                .with("managed_payments", new Tree().with("enabled", false))
                .with("metadata", order.metadata().copy())
                .withNull("next_action", "on_behalf_of", "payment_method", "payment_method_configuration_details")
                .with("payment_method_options", new Tree())
                .with("payment_method_types", List.copyOf(order.methods()))
                .withNull("processing")
                .with("receipt_email", order.receiptEmail())
                .withNull("review", "setup_future_usage", "shipping", "source")
                .with("statement_descriptor", order.descriptor())
                .with("statement_descriptor_suffix", order.descriptorSuffix())
                .with("status", "requires_payment_method")
                .withNull("transfer_data", "transfer_group");
    }

    /** The delayed method that a currency has here beside cards. */
    public static Optional<String> delayedMethod(String currency) {
        return switch (currency) {
            case "eur" -> Optional.of("sepa_debit");
            case "usd" -> Optional.of("us_bank_account");
            default -> Optional.empty();
        };
    }
}
