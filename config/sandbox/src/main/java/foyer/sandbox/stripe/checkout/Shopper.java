package foyer.sandbox.stripe.checkout;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.checkout.Outcome.Step;
import foyer.sandbox.stripe.payment.Billing;
import foyer.sandbox.stripe.payment.Intents;
import foyer.sandbox.stripe.payment.Means;
import foyer.sandbox.stripe.payment.Payments;
import java.util.List;
import java.util.Optional;

/** What a shopper does on the pay page, and what that makes of the session (docs.stripe.com/payments/checkout/how-checkout-works). */
public final class Shopper {
    private static final String INTENT = "payment_intent";

    private final Books books;
    private final Sessions sessions;
    private final Payments payments;

    public Shopper(Books books, Sessions sessions, Payments payments) {
        this.books = books;
        this.sessions = sessions;
        this.payments = payments;
        payments.whenSettled(this::settled);
        sessions.whenExpired(this::giveUp);
    }

    /** Pays an open session; fails with a {@link StripeError} where it is not open or does not take these means. */
    public Outcome pay(String id, Means means, Billing billing) {
        var session = open(id);
        if (session.number("amount_total") == 0) {
            complete(session, "no_payment_required", billing);
            return new Outcome(Step.PAID, session.copy(), Optional.empty());
        }
        if (!((List<?>) session.getOrDefault("payment_method_types", List.of())).contains(means.type())) {
            throw StripeError.invalid(
                    null, "This Checkout Session does not take " + means.type() + ".", "payment_method_types");
        }
        var intent = intent(session);
        if (!intent.is("status", "requires_payment_method")) {
            intent.with("status", "requires_payment_method").withNull("next_action");
        }
        payments.pay(intent, means, billing);
        return outcome(session, intent, billing);
    }

    /** An open session costs something else from now on: no call of Stripe's does that, and whoever compares finds it out. */
    public void costs(String id, long amount) {
        var session = open(id).with("amount_subtotal", amount).with("amount_total", amount);
        session.textIfAny(INTENT)
                .flatMap(known -> books.shelf(Intents.KIND).find(known))
                .ifPresent(intent -> intent.with("amount", amount));
    }

    /** The shopper comes back from the bank, which says whether they passed. */
    public Outcome authenticate(String id, boolean passed) {
        var session = open(id);
        var intent = session.textIfAny(INTENT)
                .flatMap(known -> books.shelf(Intents.KIND).find(known))
                .filter(known -> known.is("status", "requires_action"))
                .orElseThrow(() -> StripeError.state(null, "The bank asks nothing about this session.", null));
        var billing = payments.payer(intent);
        payments.authenticate(intent, passed);
        return outcome(session, intent, billing);
    }

    private Tree open(String id) {
        var session = sessions.get(id);
        if (!session.is("status", "open")) {
            throw StripeError.state(null, "This Checkout Session is " + session.text("status") + ".", "session");
        }
        return session;
    }

    private Tree intent(Tree session) {
        return session.textIfAny(INTENT)
                .flatMap(known -> books.shelf(Intents.KIND).find(known))
                .orElseGet(() -> {
                    var intent = payments.begin(Intents.of(books, order(session)));
                    session.with(INTENT, intent.id());
                    return intent;
                });
    }

    private Intents.Order order(Tree session) {
        var payment = sessions.payment(session);
        var methods = ((List<?>) session.getOrDefault("payment_method_types", List.of()))
                .stream().map(String::valueOf).toList();
        return new Intents.Order(
                session.number("amount_total"),
                session.text("currency"),
                methods,
                payment.tree("metadata"),
                payment.textIfAny("description").orElse(null),
                payment.textIfAny("receipt_email").orElse(null),
                payment.textIfAny("statement_descriptor").orElse(null),
                payment.textIfAny("statement_descriptor_suffix").orElse(null));
    }

    private Outcome outcome(Tree session, Tree intent, Billing billing) {
        var step = step(intent);
        switch (step) {
            case PAID -> complete(session, "paid", billing);
            case PROCESSING -> complete(session, "unpaid", billing);
            case CHALLENGED, DECLINED -> {}
        }
        var error = intent.get("last_payment_error") instanceof Tree told && step == Step.DECLINED
                ? Optional.of(told.copy())
                : Optional.<Tree>empty();
        return new Outcome(step, session.copy(), error);
    }

    private static Step step(Tree intent) {
        return switch (intent.text("status")) {
            case "succeeded" -> Step.PAID;
            case "processing" -> Step.PROCESSING;
            case "requires_action" -> Step.CHALLENGED;
            default -> Step.DECLINED;
        };
    }

    private void complete(Tree session, String paymentStatus, Billing billing) {
        session.with("status", "complete")
                .with("payment_status", paymentStatus)
                .with("customer_details", customer(session, billing))
                .withNull("url");
        books.tell("checkout.session.completed", session);
    }

    private static Tree customer(Tree session, Billing billing) {
        var email = billing.email() != null ? billing.email() : session.get("customer_email");
        return new Tree()
                .with("address", billing.address())
                .withNull("business_name")
                .with("email", email)
                .withNull("individual_name")
                .with("name", billing.name())
                .withNull("phone")
                .with("tax_exempt", "none")
                .with("tax_ids", List.of());
    }

    /** A delayed payment came to its end (docs.stripe.com/checkout/fulfillment). */
    private void settled(Tree intent) {
        var ours = books.shelf(Sessions.KIND).newestFirst(session -> session.is(INTENT, intent.id()));
        for (var session : ours) {
            var paid = intent.is("status", "succeeded");
            session.with("payment_status", paid ? "paid" : "unpaid");
            books.tell("checkout.session.async_payment_" + (paid ? "succeeded" : "failed"), session);
        }
    }

    /** The open session has ended: what was begun to be paid is given up. */
    private void giveUp(Tree session) {
        session.textIfAny(INTENT)
                .flatMap(known -> books.shelf(Intents.KIND).find(known))
                .ifPresent(intent -> payments.cancel(intent, "automatic"));
    }
}
