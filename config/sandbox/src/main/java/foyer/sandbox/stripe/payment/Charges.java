package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts to take money (docs.stripe.com/api/charges). */
final class Charges {
    static final String KIND = "charge";

    private final Books books;
    private final Balance balance;

    Charges(Books books, Balance balance) {
        this.books = books;
        this.balance = balance;
    }

    /** An attempt whose outcome is not known yet. */
    Tree begin(Tree intent, Means means, Tree billing) {
        var id = books.freshId("ch_");
        var charge = shape(id, intent)
                .with("billing_details", billing)
                .with("payment_method", intent.get("payment_method"))
                .with(
                        "payment_method_details",
                        new Tree()
                                .with(means.type(), means.chargeDetails(intent.number("amount")))
                                .with("type", means.type()));
        intent.with("latest_charge", id);
        return books.shelf(KIND).add(charge);
    }

    private Tree shape(String id, Tree intent) {
        return new Tree()
                .with("id", id)
                .with("object", KIND)
                .with("amount", intent.number("amount"))
                .with("amount_captured", 0L)
                .with("amount_refunded", 0L)
                .withNull("application", "application_fee", "application_fee_amount", "balance_transaction")
                .with("calculated_statement_descriptor", "FOYER SANDBOX")
                .with("captured", false)
                .with("created", books.second())
                .with("currency", intent.text("currency"))
                .withNull("customer")
                .with("description", intent.get("description"))
                .with("disputed", false)
                .withNull("failure_balance_transaction", "failure_code", "failure_message")
                .with("fraud_details", new Tree())
                .with("livemode", false)
                .with("metadata", intent.tree("metadata").copy())
                .withNull("on_behalf_of")
                .with("outcome", outcome("authorized", "approved_by_network", null, "Payment complete."))
                .with("paid", false)
                .with("payment_intent", intent.id())
                .with("receipt_email", intent.get("receipt_email"))
                .withNull("receipt_number", "receipt_url")
                .with("refunded", false)
                .with("refunds", Listing.page(List.of(), false, "/v1/charges/" + id + "/refunds"))
                .withNull("review", "shipping", "source", "source_transfer")
                .with("statement_descriptor", intent.get("statement_descriptor"))
                .with("statement_descriptor_suffix", intent.get("statement_descriptor_suffix"))
                .with("status", "pending")
                .withNull("transfer_data", "transfer_group");
    }

    void succeed(Tree charge) {
        var amount = charge.number("amount");
        charge.with("status", "succeeded")
                .with("paid", true)
                .with("captured", true)
                .with("amount_captured", amount)
                .with(
                        "balance_transaction",
                        balance.move(KIND, charge.id(), amount, charge.text("currency"))
                                .id());
        books.tell("charge.succeeded", charge);
    }

    void fail(Tree charge, Decline decline) {
        charge.with("status", "failed")
                .with("failure_code", decline.code())
                .with("failure_message", decline.message())
                .with(
                        "outcome",
                        outcome(
                                "issuer_declined",
                                "declined_by_network",
                                decline.reason(),
                                "The bank returned the decline code `" + decline.reason() + "`."));
        books.tell("charge.failed", charge);
    }

    private static Tree outcome(String type, String network, @Nullable String reason, String message) {
        return new Tree()
                .withNull("advice_code", "network_advice_code", "network_decline_code")
                .with("network_status", network)
                .with("reason", reason)
                .with("seller_message", message)
                .with("type", type);
    }

    Tree get(String id, String parameter) {
        return books.shelf(KIND).get(id, parameter);
    }
}
