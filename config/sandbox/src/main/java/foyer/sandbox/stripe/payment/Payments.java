package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How an intent to pay moves (docs.stripe.com/payments/paymentintents/lifecycle). */
public final class Payments {
    private static final String STATUS = "status";

    private final Books books;
    private final Charges charges;
    private final Disputes disputes;
    private final List<Consumer<Tree>> settled = new ArrayList<>();

    Payments(Books books, Charges charges, Disputes disputes) {
        this.books = books;
        this.charges = charges;
        this.disputes = disputes;
    }

    /** Hears of each intent whose delayed payment has come to an end. */
    public void whenSettled(Consumer<Tree> listener) {
        settled.add(listener);
    }

    /** A new intent; its status then tells what became of the payment. */
    public Tree begin(Tree intent) {
        books.shelf(Intents.KIND).add(intent);
        books.tell("payment_intent.created", intent);
        return intent;
    }

    /** Tries to pay, up to where the bank asks the shopper. */
    public void pay(Tree intent, Means means, Billing billing) {
        var method = method(means, billing);
        intent.with("payment_method", method.id());
        if (means.fate().challenged()) {
            move(intent, "requires_action");
            intent.with("next_action", challenge(intent));
            books.tell("payment_intent.requires_action", intent);
        } else {
            charge(intent, means);
        }
    }

    /** The shopper has answered the bank: passed, or not. */
    public void authenticate(Tree intent, boolean passed) {
        if (!intent.is(STATUS, "requires_action")) {
            throw new IllegalStateException("no question of the bank's is open: " + intent.text(STATUS));
        }
        var means = means(intent);
        intent.withNull("next_action");
        if (passed) {
            charge(intent, means);
            return;
        }
        var method = method(intent);
        intent.with(
                "last_payment_error",
                new Tree()
                        .with("code", "payment_intent_authentication_failure")
                        .with(
                                "message",
                                "We are unable to authenticate your payment method. Please choose a different payment method and try again.")
                        .with("payment_method", method.copy())
                        .with("type", "invalid_request_error"));
        backToStart(intent);
    }

    private void charge(Tree intent, Means means) {
        var method = method(intent);
        var charge = charges.begin(intent, means, method.tree("billing_details").copy());
        if (means.fate().isLate()) {
            move(intent, "processing");
            books.tell("charge.pending", charge);
            books.tell("payment_intent.processing", intent);
            books.in(
                    means.fate().lateness(),
                    () -> settle(intent, means.fate().refusal().isEmpty()));
        } else if (means.fate().refusal().isPresent()) {
            decline(intent, charge, means.fate().refusal().get());
        } else {
            succeed(intent, charge, means);
        }
    }

    /** A delayed payment comes to its end. Nothing happens if it has had one. */
    public void settle(Tree intent, boolean paid) {
        if (!intent.is(STATUS, "processing")) {
            return;
        }
        var charge = charges.get(intent.text("latest_charge"), "charge");
        if (paid) {
            succeed(intent, charge, means(intent));
        } else {
            decline(intent, charge, means(intent).fate().refusal().orElse(TestDebit.UNFUNDED));
        }
        settled.forEach(listener -> listener.accept(intent));
    }

    private void succeed(Tree intent, Tree charge, Means means) {
        move(intent, "succeeded");
        intent.with("amount_received", intent.number("amount")).withNull("last_payment_error");
        charges.succeed(charge);
        books.tell("payment_intent.succeeded", intent);
        means.fate().disputeReason().ifPresent(reason -> disputes.open(charge, reason));
    }

    private void decline(Tree intent, Tree charge, Decline decline) {
        charges.fail(charge, decline);
        var method = method(intent);
        intent.with("last_payment_error", decline.error(charge.id(), method));
        backToStart(intent);
    }

    private void backToStart(Tree intent) {
        move(intent, "requires_payment_method");
        intent.withNull("payment_method");
        books.tell("payment_intent.payment_failed", intent);
    }

    public void cancel(Tree intent, String reason) {
        move(intent, "canceled");
        intent.with("canceled_at", books.second())
                .with("cancellation_reason", reason)
                .withNull("next_action");
        books.tell("payment_intent.canceled", intent);
    }

    private static void move(Tree intent, String status) {
        intent.with(STATUS, status);
    }

    /** Who is paying the intent now. */
    public Billing payer(Tree intent) {
        var details = method(intent).tree("billing_details");
        return new Billing(
                details.textIfAny("email").orElse(null),
                details.textIfAny("name").orElse(null),
                details.tree("address").textIfAny("country").orElse(null));
    }

    /** What the intent is being paid with. */
    private Means means(Tree intent) {
        return Means.named(method(intent).tree("metadata").text("sandbox")).orElseThrow();
    }

    private Tree method(Tree intent) {
        return books.shelf("payment_method").get(intent.text("payment_method"), "payment_method");
    }

    private Tree method(Means means, Billing billing) {
        return books.shelf("payment_method")
                .add(new Tree()
                        .with("id", books.freshId("pm_"))
                        .with("object", "payment_method")
                        .with("allow_redisplay", "limited")
                        .with("billing_details", billing.details())
                        .with(means.type(), means.methodDetails())
                        .with("created", books.second())
                        .withNull("customer", "customer_account")
                        .with("livemode", false)
                        .with("metadata", new Tree().with("sandbox", means.toString()))
                        .with("type", means.type()));
    }

    private static Tree challenge(Tree intent) {
        return new Tree()
                .with("type", "use_stripe_sdk")
                .with(
                        "use_stripe_sdk",
                        new Tree().with("type", "three_d_secure_redirect").with("source", intent.id()));
    }
}
