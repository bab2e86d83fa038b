package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tender;
import foyer.sandbox.stripe.book.Tree;
import java.util.ArrayList;
import java.util.List;

/**
 * Intents that a server makes and confirms by itself, without a session (docs.stripe.com/api/payment_intents):
 * by a payment method of Stripe's for tests, as {@code pm_card_visa}, given when they are confirmed.
 */
final class DirectPayments {
    private final Books books;
    private final Payments payments;

    DirectPayments(Books books, Payments payments) {
        this.books = books;
        this.payments = payments;
    }

    Tree create(Parameters given) {
        var tender = Tender.of(given.requiredText("currency"), "currency");
        var amount = given.number("amount").orElseThrow(() -> StripeError.missing("amount"));
        if (amount < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "This value must be greater than or equal to 1.", "amount");
        }
        tender.checkUnit(amount, "amount");
        tender.checkTotal(amount);
        var order = new Intents.Order(
                amount,
                tender.currency(),
                methods(given, tender.currency()),
                given.metadata(),
                given.text("description").orElse(null),
                given.text("receipt_email").orElse(null),
                given.text("statement_descriptor").orElse(null),
                given.text("statement_descriptor_suffix").orElse(null));
        var confirmed = given.flag("confirm", false);
        given.word("capture_method", "automatic", "automatic_async");
        if (!confirmed) {
            given.end();
            return payments.begin(Intents.of(books, order));
        }
        var means = means(given);
        return pay(payments.begin(Intents.of(books, order)), means);
    }

    private static List<String> methods(Parameters given, String currency) {
        given.group("automatic_payment_methods").ifPresent(group -> group.ignore("enabled", "allow_redirects"));
        var chosen = given.texts("payment_method_types");
        if (!chosen.isEmpty()) {
            return chosen;
        }
        var methods = new ArrayList<>(List.of("card"));
        Intents.delayedMethod(currency).ifPresent(methods::add);
        return methods;
    }

    Tree confirm(String id, Parameters given) {
        var intent = books.shelf(Intents.KIND).get(id, "intent");
        var means = means(given);
        if (!intent.is("status", "requires_payment_method")) {
            throw StripeError.state(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent's status is " + intent.text("status") + ", so it cannot be confirmed.",
                    null);
        }
        return pay(intent, means);
    }

    private static Means means(Parameters given) {
        var method = given.requiredText("payment_method");
        given.ignore("return_url", "off_session", "error_on_requires_action").end();
        return Means.all()
                .filter(means -> means.token().equals(method))
                .findFirst()
                .orElseThrow(() -> StripeError.noSuch("PaymentMethod", method, "payment_method"));
    }

    private Tree pay(Tree intent, Means means) {
        payments.pay(intent, means, new Billing(null, null, null));
        if (intent.is("status", "requires_payment_method") && intent.get("last_payment_error") instanceof Tree error) {
            throw StripeError.card(error.copy().with("payment_intent", intent.copy()));
        }
        return intent;
    }
}
