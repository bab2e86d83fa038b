package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Checkout Sessions as a shop sees them (docs.stripe.com/api/checkout/sessions). */
public final class Sessions {
    public static final String KIND = "checkout.session";
    /** What Stripe replaces in the address the shopper comes back to. */
    public static final String OWN_ID = "{CHECKOUT_SESSION_ID}";

    private static final int ID_LETTERS = 58;

    private final Books books;
    private final Catalog catalog;
    private final String payPage;
    private final Map<String, Items> items = new LinkedHashMap<>();
    private final List<Consumer<Tree>> expired = new ArrayList<>();

    private record Items(List<Object> sold, Tree payment) {}

    /** @param payPage the address before a session's id */
    public Sessions(Books books, Catalog catalog, String payPage) {
        this.books = books;
        this.catalog = catalog;
        this.payPage = payPage;
    }

    /** Hears of each session that has ended unpaid. */
    void whenExpired(Consumer<Tree> listener) {
        expired.add(listener);
    }

    public Tree create(Parameters parameters) {
        var wish = Wish.read(parameters, catalog, books);
        var session = shape(wish);
        books.shelf(KIND).add(session);
        items.put(session.id(), new Items(wish.items().keep(), wish.payment()));
        books.at(Instant.ofEpochSecond(session.number("expires_at")), () -> expireIfOpen(session));
        return session;
    }

    private Tree shape(Wish wish) {
        var id = books.freshId("cs_test_", ID_LETTERS);
        var total = wish.items().total();
        var session = new Tree()
                .with("id", id)
                .with("object", KIND)
                .withNull("after_expiration")
                .with("amount_subtotal", total)
                .with("amount_total", total)
                .withNull("client_secret", "collected_information", "consent", "consent_collection")
                .with("created", books.second())
                .with("currency", wish.tender().currency())
                .withNull("currency_conversion")
                .with("custom_fields", List.of())
                .with("custom_text", customText())
                .withNull("customer", "customer_account", "customer_details")
                .with("discounts", List.of())
                .withNull("invoice")
                .with("invoice_creation", invoiceCreation())
                .with("livemode", false)
                .with("managed_payments", new Tree().with("enabled", false))
                .with("mode", "payment")
                .withNull("origin_context", "payment_intent", "payment_link")
                .with("payment_method_collection", "if_required")
                .withNull("payment_method_configuration_details")
                .with("payment_method_options", new Tree())
                .with("payment_status", total == 0 ? "no_payment_required" : "unpaid")
                .withNull("permissions", "recovered_from", "saved_payment_method_options", "setup_intent")
                .withNull("shipping_address_collection", "shipping_cost")
                .with("shipping_options", List.of())
                .with("status", "open")
                .withNull("subscription")
                .with("total_details", totals())
                .with("ui_mode", "hosted_page")
                .with("url", payPage + id)
                .withNull("wallet_options");
        session.putAll(wish.facts());
        return session;
    }

    private static Tree customText() {
        return new Tree().withNull("after_submit", "shipping_address", "submit", "terms_of_service_acceptance");
    }

    private static Tree totals() {
        return new Tree()
                .with("amount_discount", 0L)
                .with("amount_shipping", 0L)
                .with("amount_tax", 0L);
    }

    private static Tree invoiceCreation() {
        var data = new Tree()
                .withNull("account_tax_ids", "custom_fields", "description", "footer", "issuer")
                .with("metadata", new Tree())
                .withNull("rendering_options");
        return new Tree().with("enabled", false).with("invoice_data", data);
    }

    public Tree get(String id) {
        return books.shelf(KIND).get(id, "session");
    }

    /** What its payment intent is to show. */
    Tree payment(Tree session) {
        return kept(session).payment();
    }

    private Items kept(Tree session) {
        return Objects.requireNonNull(items.get(session.id()));
    }

    public Tree lineItems(String id, Parameters parameters) {
        var session = get(id);
        parameters.ignore("limit", "starting_after", "ending_before").end();
        return Listing.page(
                kept(session).sold().stream().map(Tree.class::cast).toList(),
                false,
                "/v1/checkout/sessions/" + id + "/line_items");
    }

    public Tree list(Parameters parameters) {
        var customer = parameters.group("customer_details").flatMap(group -> group.text("email"));
        return Listing.by(parameters)
                .and("payment_intent")
                .and("status")
                .and("customer")
                .and("payment_link")
                .and("subscription")
                .and(session -> customer.isEmpty()
                        || (session.get("customer_details") instanceof Tree details
                                && customer.get().equals(details.get("email"))))
                .of(books.shelf(KIND), "/v1/checkout/sessions");
    }

    public Tree update(String id, Parameters parameters) {
        var session = get(id);
        var metadata = parameters.metadata();
        parameters.end();
        session.tree("metadata").putAll(metadata);
        return session;
    }

    public Tree expire(String id, Parameters parameters) {
        var session = get(id);
        parameters.end();
        if (!session.is("status", "open")) {
            throw StripeError.state(
                    null,
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of "
                            + session.text("status") + ".",
                    null);
        }
        expireIfOpen(session);
        return session;
    }

    private void expireIfOpen(Tree session) {
        if (session.is("status", "open")) {
            session.with("status", "expired").withNull("url");
            expired.forEach(listener -> listener.accept(session));
            books.tell("checkout.session.expired", session);
        }
    }
}
