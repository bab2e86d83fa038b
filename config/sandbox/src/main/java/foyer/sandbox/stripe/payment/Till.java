package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Listing;
import foyer.sandbox.stripe.book.Operations;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import java.util.Set;

/** Everything about money: payments, refunds and disputes, and the calls for them. */
public final class Till {
    private static final Set<String> CANCELABLE = Set.of("requires_payment_method", "requires_action");

    private final Books books;
    private final Payments payments;
    private final Refunds refunds;
    private final Disputes disputes;
    private final DirectPayments direct;

    public Till(Books books) {
        this.books = books;
        var balance = new Balance(books);
        var charges = new Charges(books, balance);
        this.disputes = new Disputes(books, balance);
        this.payments = new Payments(books, charges, disputes);
        this.refunds = new Refunds(books, charges, balance);
        this.direct = new DirectPayments(books, payments);
    }

    public Payments payments() {
        return payments;
    }

    public Refunds refunds() {
        return refunds;
    }

    public Disputes disputes() {
        return disputes;
    }

    public void addTo(Operations operations) {
        operations
                .on("payment_intents.retrieve", "GET", "/v1/payment_intents/{intent}", (id, given) -> {
                    given.ignore("client_secret").end();
                    return intent(id);
                })
                .on(
                        "payment_intents.list",
                        "GET",
                        "/v1/payment_intents",
                        (id, given) ->
                                Listing.by(given).and("customer").of(books.shelf(Intents.KIND), "/v1/payment_intents"))
                .on("payment_intents.create", "POST", "/v1/payment_intents", (id, given) -> direct.create(given))
                .on("payment_intents.confirm", "POST", "/v1/payment_intents/{intent}/confirm", direct::confirm)
                .on("payment_intents.update", "POST", "/v1/payment_intents/{intent}", this::updateIntent)
                .on("payment_intents.cancel", "POST", "/v1/payment_intents/{intent}/cancel", this::cancelIntent)
                .on("charges.retrieve", "GET", "/v1/charges/{charge}", (id, given) -> one(Charges.KIND, id, given))
                .on(
                        "charges.list",
                        "GET",
                        "/v1/charges",
                        (id, given) -> Listing.by(given)
                                .and(Intents.KIND)
                                .and("customer")
                                .of(books.shelf(Charges.KIND), "/v1/charges"))
                .on(
                        "payment_methods.retrieve",
                        "GET",
                        "/v1/payment_methods/{payment_method}",
                        (id, given) -> one("payment_method", id, given))
                .on(
                        "balance_transactions.retrieve",
                        "GET",
                        "/v1/balance_transactions/{id}",
                        (id, given) -> one("balance_transaction", id, given))
                .on(
                        "balance_transactions.list",
                        "GET",
                        "/v1/balance_transactions",
                        (id, given) -> Listing.by(given)
                                .and("type")
                                .and("currency")
                                .and("source")
                                .of(books.shelf("balance_transaction"), "/v1/balance_transactions"));
        addReturnsTo(operations);
    }

    private void addReturnsTo(Operations operations) {
        operations
                .on("refunds.create", "POST", "/v1/refunds", (id, given) -> refunds.create(given))
                .on("refunds.retrieve", "GET", "/v1/refunds/{refund}", (id, given) -> one(Refunds.KIND, id, given))
                .on(
                        "refunds.list",
                        "GET",
                        "/v1/refunds",
                        (id, given) -> Listing.by(given)
                                .and(Charges.KIND)
                                .and(Intents.KIND)
                                .of(books.shelf(Refunds.KIND), "/v1/refunds"))
                .on("refunds.update", "POST", "/v1/refunds/{refund}", this::updateRefund)
                .on("disputes.retrieve", "GET", "/v1/disputes/{dispute}", (id, given) -> one(Disputes.KIND, id, given))
                .on(
                        "disputes.list",
                        "GET",
                        "/v1/disputes",
                        (id, given) -> Listing.by(given)
                                .and(Charges.KIND)
                                .and(Intents.KIND)
                                .of(books.shelf(Disputes.KIND), "/v1/disputes"))
                .on("disputes.update", "POST", "/v1/disputes/{dispute}", disputes::update)
                .on("disputes.close", "POST", "/v1/disputes/{dispute}/close", (id, given) -> {
                    given.end();
                    return disputes.close(books.shelf(Disputes.KIND).get(id, "dispute"), false);
                });
    }

    private Tree one(String kind, String id, Parameters given) {
        given.end();
        return books.shelf(kind).get(id, "id");
    }

    private Tree intent(String id) {
        return books.shelf(Intents.KIND).get(id, "intent");
    }

    private Tree updateIntent(String id, Parameters given) {
        var intent = intent(id);
        var metadata = given.metadata();
        var description = given.text("description");
        given.end();
        intent.tree("metadata").putAll(metadata);
        description.ifPresent(text -> intent.with("description", text));
        return intent;
    }

    private Tree cancelIntent(String id, Parameters given) {
        var intent = intent(id);
        var reason = given.word("cancellation_reason", "duplicate", "fraudulent", "requested_by_customer", "abandoned");
        given.end();
        if (!CANCELABLE.contains(intent.text("status"))) {
            throw StripeError.state(
                    "payment_intent_unexpected_state",
                    "You cannot cancel this PaymentIntent because it has a status of " + intent.text("status") + ".",
                    null);
        }
        payments.cancel(intent, reason.orElse("requested_by_customer"));
        return intent;
    }

    private Tree updateRefund(String id, Parameters given) {
        var refund = books.shelf(Refunds.KIND).get(id, "refund");
        var metadata = given.metadata();
        given.end();
        refund.tree("metadata").putAll(metadata);
        books.tell("refund.updated", refund);
        return refund;
    }
}
