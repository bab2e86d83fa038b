package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import foyer.sandbox.stripe.payment.Fate.Refunding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Money on its way back (docs.stripe.com/refunds, docs.stripe.com/api/refunds). */
public final class Refunds {
    static final String KIND = "refund";

    /** A charge shows its newest, and says that there are more (docs.stripe.com/api/refunds/list). */
    private static final int SHOWN = 10;

    /** Stripe's late refunds take minutes or days; here one can wait for them. */
    private static final Duration LATENESS = Duration.ofSeconds(10);

    private final Books books;
    private final Charges charges;
    private final Balance balance;

    Refunds(Books books, Charges charges, Balance balance) {
        this.books = books;
        this.charges = charges;
        this.balance = balance;
    }

    Tree create(Parameters parameters) {
        var charge = charge(parameters);
        var amount = parameters.number("amount");
        var reason = parameters.word("reason", "duplicate", "fraudulent", "requested_by_customer");
        var metadata = parameters.metadata();
        parameters.ignore("instructions_email").end();
        if (amount.isPresent() && amount.getAsLong() < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "This value must be greater than or equal to 1.", "amount");
        }
        var left = refundable(charge);
        if (amount.orElse(left) > left) {
            throw StripeError.state(
                    null,
                    "Refund amount (" + amount.orElse(left) + ") is greater than unrefunded amount on charge (" + left
                            + ")",
                    "amount");
        }
        return begin(shape(charge, amount.orElse(left), metadata).with("reason", reason.orElse(null)), charge);
    }

    private Tree charge(Parameters parameters) {
        var named = parameters.text("charge");
        var intent = parameters.text("payment_intent");
        if (named.isPresent()) {
            return charges.get(named.get(), "charge");
        }
        var id = intent.orElseThrow(() -> StripeError.invalid(
                "parameter_missing",
                "One of the following params should be provided for this request: payment_intent or charge.",
                null));
        return books.shelf(Intents.KIND)
                .get(id, "payment_intent")
                .textIfAny("latest_charge")
                .map(latest -> charges.get(latest, "charge"))
                .orElseThrow(() -> unpaid(id));
    }

    private static StripeError unpaid(String intent) {
        return StripeError.state(
                null, "This PaymentIntent (" + intent + ") does not have a successful charge to refund.", null);
    }

    private long refundable(Tree charge) {
        if (!charge.is("status", "succeeded")) {
            throw unpaid(charge.text("payment_intent"));
        }
        if (Disputes.stand(books, charge)) {
            throw StripeError.state(
                    "charge_disputed",
                    "Charge " + charge.id() + " has been charged back; cannot issue a refund.",
                    null);
        }
        var left = charge.number("amount") - charge.number("amount_refunded");
        if (left == 0) {
            throw StripeError.state(
                    "charge_already_refunded", "Charge " + charge.id() + " has already been refunded.", null);
        }
        return left;
    }

    private Tree shape(Tree charge, long amount, Tree metadata) {
        var type = charge.tree("payment_method_details").text("type");
        var detail = type.equals("card")
                ? new Tree()
                        .withNull("reference")
                        .with("reference_status", "pending")
                        .with("reference_type", "acquirer_reference_number")
                        .with("type", "refund")
                : new Tree();
        return new Tree()
                .with("id", books.freshId("re_"))
                .with("object", KIND)
                .with("amount", amount)
                .withNull("balance_transaction")
                .with("charge", charge.id())
                .with("created", books.second())
                .with("currency", charge.text("currency"))
                .withNull("customer", "customer_account")
                .with("destination_details", new Tree().with(type, detail).with("type", type))
                .with("metadata", metadata)
                .with("payment_intent", charge.text("payment_intent"))
                .with("payment_method", charge.text("payment_method"))
                .withNull("reason", "receipt_number", "source_transfer_reversal", "transfer_reversal")
                .with("status", "pending");
    }

    private Tree begin(Tree refund, Tree charge) {
        books.shelf(KIND).add(refund);
        refund.with(
                "balance_transaction",
                balance.move(KIND, refund.id(), -refund.number("amount"), refund.text("currency"))
                        .id());
        switch (refunding(charge)) {
            case SUCCEEDS -> refund.with("status", "succeeded");
            case SUCCEEDS_LATE -> books.in(LATENESS, () -> finish(refund, true));
            case FAILS_LATE -> {
                refund.with("status", "succeeded");
                books.in(LATENESS, () -> finish(refund, false));
            }
        }
        count(charge);
        books.tell("refund.created", refund);
        books.tell("charge.refunded", charge);
        return refund;
    }

    private Refunding refunding(Tree charge) {
        return books.find(charge.text("payment_method"))
                .flatMap(method -> Means.named(method.tree("metadata").text("sandbox")))
                .map(means -> means.fate().refunding())
                .orElse(Refunding.SUCCEEDS);
    }

    /** A refund comes to its end, whatever it was to be; a failed one gives the charge its money again. */
    public void finish(Tree refund, boolean succeeded) {
        if (refund.is("status", "failed") || (succeeded && !refund.is("status", "pending"))) {
            return;
        }
        refund.with("status", succeeded ? "succeeded" : "failed");
        var charge = charges.get(refund.text("charge"), "charge");
        if (!succeeded) {
            refund.with("failure_reason", "expired_or_canceled_card")
                    .with(
                            "failure_balance_transaction",
                            balance.move(
                                            "refund_failure",
                                            refund.id(),
                                            refund.number("amount"),
                                            refund.text("currency"))
                                    .id());
            count(charge);
        }
        books.tell("refund.updated", refund);
        books.tell("charge.refund.updated", refund);
        if (!succeeded) {
            books.tell("refund.failed", refund);
        }
    }

    private void count(Tree charge) {
        var refunds = books.shelf(KIND).newestFirst(refund -> refund.is("charge", charge.id()));
        var sum = refunds.stream()
                .filter(refund -> !refund.is("status", "failed"))
                .mapToLong(refund -> refund.number("amount"))
                .sum();
        List<Object> newest = new ArrayList<>(refunds.subList(0, Math.min(SHOWN, refunds.size())));
        charge.with("amount_refunded", sum).with("refunded", sum == charge.number("amount"));
        charge.tree("refunds").with("data", newest).with("has_more", refunds.size() > SHOWN);
    }
}
