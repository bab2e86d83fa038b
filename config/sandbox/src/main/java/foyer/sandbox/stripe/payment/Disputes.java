package foyer.sandbox.stripe.payment;

import foyer.sandbox.stripe.book.Books;
import foyer.sandbox.stripe.book.Parameters;
import foyer.sandbox.stripe.book.StripeError;
import foyer.sandbox.stripe.book.Tree;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Shoppers who want their money back from the bank (docs.stripe.com/disputes, docs.stripe.com/api/disputes). */
public final class Disputes {
    static final String KIND = "dispute";

    private static final Duration TO_ANSWER = Duration.ofDays(7);
    private static final String[] EVIDENCE = ("access_activity_log billing_address cancellation_policy "
                    + "cancellation_policy_disclosure cancellation_rebuttal customer_communication "
                    + "customer_email_address customer_name customer_purchase_ip customer_signature "
                    + "duplicate_charge_documentation duplicate_charge_explanation duplicate_charge_id "
                    + "product_description receipt refund_policy refund_policy_disclosure "
                    + "refund_refusal_explanation service_date service_documentation shipping_address "
                    + "shipping_carrier shipping_date shipping_documentation shipping_tracking_number "
                    + "uncategorized_file uncategorized_text")
            .split(" ");

    private final Books books;
    private final Balance balance;

    Disputes(Books books, Balance balance) {
        this.books = books;
        this.balance = balance;
    }

    /** Of all that was not refunded. */
    Tree open(Tree charge, String reason) {
        return open(charge, reason, OptionalLong.empty());
    }

    /**
     * One more may follow once the one before is won.
     *
     * @param reason Stripe's word for it, as {@code fraudulent}
     * @param part of the charge that the shopper wants back, for "only part of the order" may be disputed
     *     (docs.stripe.com/api/disputes/object#dispute_object-amount); empty: all that was not refunded
     */
    public Tree open(Tree charge, String reason, OptionalLong part) {
        if (!charge.is("status", "succeeded") || stand(books, charge)) {
            throw StripeError.state(
                    null, "Only a paid charge can be disputed, and by one dispute after the other.", "charge");
        }
        var left = charge.number("amount") - charge.number("amount_refunded");
        var amount = part.orElse(left);
        if (part.isPresent() && (amount < 1 || amount > left)) {
            throw StripeError.state(null, "Of this charge from 1 to " + left + " can be disputed.", "amount");
        }
        var dispute = shape(charge, amount, reason);
        books.shelf(KIND).add(dispute);
        List<Object> moved = new ArrayList<>();
        moved.add(balance.withdraw(dispute.id(), amount, charge.text("currency")));
        dispute.with("balance_transactions", moved);
        charge.with("disputed", true);
        books.tell("charge.dispute.created", dispute);
        books.tell("charge.dispute.funds_withdrawn", dispute);
        return dispute;
    }

    private Tree shape(Tree charge, long amount, String reason) {
        var due = books.now().plus(TO_ANSWER).getEpochSecond();
        var type = charge.tree("payment_method_details").text("type");
        var card = new Tree()
                .with("brand", "visa")
                .with("case_type", "chargeback")
                .with("network", "visa")
                .with("network_reason_code", reason.equals("fraudulent") ? "10.4" : "13.1");
        return new Tree()
                .with("id", books.freshId("du_"))
                .with("object", KIND)
                .with("amount", amount)
                .with("charge", charge.id())
                .with("created", books.second())
                .with("currency", charge.text("currency"))
                .with("enhanced_eligibility_types", List.of())
                .with("evidence", new Tree().withNull(EVIDENCE).with("enhanced_evidence", new Tree()))
                .with(
                        "evidence_details",
                        new Tree()
                                .with("due_by", due)
                                .with("enhanced_eligibility", new Tree())
                                .with("has_evidence", false)
                                .with("past_due", false)
                                .with("submission_count", 0L))
                .with("is_charge_refundable", false)
                .with("livemode", false)
                .with("metadata", new Tree())
                .with("payment_intent", charge.text("payment_intent"))
                .with(
                        "payment_method_details",
                        new Tree()
                                .with(type, type.equals("card") ? card : new Tree())
                                .with("type", type))
                .with("reason", reason)
                .with("status", "needs_response");
    }

    /** Evidence is kept; submitting it puts the dispute under review. */
    Tree update(String id, Parameters parameters) {
        var dispute = books.shelf(KIND).get(id, "dispute");
        var metadata = parameters.metadata();
        var evidence = new Tree();
        parameters.group("evidence").ifPresent(given -> {
            for (var name : EVIDENCE) {
                given.text(name).ifPresent(text -> evidence.with(name, text));
            }
        });
        var submit = parameters.flag("submit", true);
        parameters.end();
        if (isClosed(dispute)) {
            throw StripeError.state(null, "This dispute is already closed.", null);
        }
        dispute.tree("metadata").putAll(metadata);
        dispute.tree("evidence").putAll(evidence);
        if (!evidence.isEmpty()) {
            var details = dispute.tree("evidence_details").with("has_evidence", true);
            if (submit) {
                details.with("submission_count", details.number("submission_count") + 1);
                dispute.with("status", "under_review");
            }
        }
        books.tell("charge.dispute.updated", dispute);
        return dispute;
    }

    /** The bank has decided, or the shop has given in. */
    public Tree close(Tree dispute, boolean won) {
        if (isClosed(dispute)) {
            throw StripeError.state(null, "This dispute is already closed.", null);
        }
        dispute.with("status", won ? "won" : "lost");
        if (won) {
            List<Object> moved = new ArrayList<>(dispute.trees("balance_transactions"));
            moved.add(balance.move("adjustment", dispute.id(), dispute.number("amount"), dispute.text("currency")));
            dispute.with("balance_transactions", moved);
            books.tell("charge.dispute.funds_reinstated", dispute);
        }
        books.tell("charge.dispute.closed", dispute);
        return dispute;
    }

    /**
     * Whether the shopper has a charge's money by their bank, or may get it: Stripe takes no refund of it then, and does again
     * once the dispute is won. Its error {@code charge_disputed} (docs.stripe.com/error-codes) does not say until when; who
     * sells by Stripe found {@code needs_response}, {@code under_review} and {@code lost} refused and {@code won} taken
     * (github.com/Automattic/woocommerce-payments/issues/7960, github.com/alphagov/pay-connector/pull/5739).
     */
    static boolean stand(Books books, Tree charge) {
        return books.shelf(KIND).newestFirst(dispute -> dispute.is("charge", charge.id())).stream()
                .anyMatch(dispute -> !dispute.is("status", "won"));
    }

    private static boolean isClosed(Tree dispute) {
        return dispute.is("status", "won") || dispute.is("status", "lost");
    }
}
