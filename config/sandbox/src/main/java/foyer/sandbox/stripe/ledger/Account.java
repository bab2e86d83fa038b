package foyer.sandbox.stripe.ledger;

import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Tree;
import java.util.List;

/** The account whose key was used (docs.stripe.com/api/accounts/retrieve). */
final class Account {
    private Account() {}

    static Tree of(String id) {
        return new Tree()
                .with("id", id)
                .with("object", "account")
                .with("business_profile", profile())
                .withNull("business_type")
                .with("capabilities", new Tree().with("card_payments", "active").with("transfers", "active"))
                .with("charges_enabled", true)
                .with("controller", new Tree().with("type", "account"))
                .with("country", "DE")
                .with("created", 1_700_000_000L)
                .with("default_currency", "eur")
                .with("details_submitted", true)
                .with("email", "sandbox@example.com")
                .with("external_accounts", Listing.page(List.of(), false, "/v1/accounts/" + id + "/external_accounts"))
                .with("future_requirements", requirements())
                .with("metadata", new Tree())
                .with("payouts_enabled", true)
                .with("requirements", requirements())
                .with("settings", settings())
                .with("tos_acceptance", new Tree().withNull("date", "ip", "user_agent"))
                .with("type", "standard");
    }

    private static Tree profile() {
        return new Tree()
                .withNull("annual_revenue", "estimated_worker_count", "mcc")
                .withNull("minority_owned_business_designation")
                .with("name", "Foyer sandbox")
                .withNull("product_description", "support_address", "support_email")
                .withNull("support_phone", "support_url", "url");
    }

    private static Tree dashboard() {
        return new Tree().with("display_name", "Foyer sandbox").with("timezone", "Etc/UTC");
    }

    private static Tree settings() {
        var descriptors = new Tree()
                .withNull("statement_descriptor", "statement_descriptor_kana", "statement_descriptor_kanji")
                .withNull("statement_descriptor_prefix_kana", "statement_descriptor_prefix_kanji");
        return new Tree()
                .with("bacs_debit_payments", new Tree().withNull("display_name", "service_user_number"))
                .with("branding", new Tree().withNull("icon", "logo", "primary_color", "secondary_color"))
                .with("card_issuing", new Tree().with("tos_acceptance", new Tree().withNull("date", "ip")))
                .with("card_payments", cards())
                .with("dashboard", dashboard())
                .with("invoices", new Tree().withNull("default_account_tax_ids", "hosted_payment_method_save"))
                .with("payments", descriptors)
                .with("payouts", payouts())
                .with("sepa_debit_payments", new Tree());
    }

    private static Tree cards() {
        return new Tree()
                .with("decline_on", new Tree().with("avs_failure", false).with("cvc_failure", true))
                .withNull("statement_descriptor_prefix", "statement_descriptor_prefix_kana")
                .withNull("statement_descriptor_prefix_kanji");
    }

    private static Tree payouts() {
        return new Tree()
                .with("debit_negative_balances", true)
                .with("schedule", new Tree().with("delay_days", 7L).with("interval", "daily"))
                .withNull("statement_descriptor");
    }

    private static Tree requirements() {
        return new Tree()
                .with("alternatives", List.of())
                .withNull("current_deadline")
                .with("currently_due", List.of())
                .withNull("disabled_reason")
                .with("errors", List.of())
                .with("eventually_due", List.of())
                .with("past_due", List.of())
                .with("pending_verification", List.of());
    }
}
