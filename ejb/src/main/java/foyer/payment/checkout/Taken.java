package foyer.payment.checkout;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Progress;
import foyer.payment.provider.Checkouts.Line;
import foyer.shared.Fields;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a payment stands, as its payer is told.
 *
 * @param begunNow whether it was begun just now
 * @param line what stands before it at the provider, where it has no checkout yet
 */
public record Taken(Payment payment, boolean begunNow, Line line) {
    /** What the payer may do about it. */
    public enum Status {
        /** Others are before it. */
        QUEUED,
        OPEN,
        PROCESSING,
        COMPLETED,
        FAILED,
        EXPIRED,
        REFUNDED,
        /** Somebody looks at it. */
        UNDER_REVIEW
    }

    static Taken begun(Payment payment, Line line) {
        return new Taken(payment, true, line);
    }

    static Taken again(Payment payment, Line line) {
        return new Taken(payment, false, line);
    }

    /** For those who need not know what stands before it. */
    public static Taken again(Payment payment) {
        return again(payment, new Line(0, Duration.ZERO));
    }

    public Status status() {
        return switch (payment.outcome()) {
            case UNDECIDED -> undecided();
            case LAPSED -> payment.seen().progress() == Progress.FAILED ? Status.FAILED : Status.EXPIRED;
            case GRANTED -> Status.COMPLETED;
            case WITHDRAWN, TOO_LATE, TWICE, CANCELLED, REFUNDED -> Status.REFUNDED;
            case MISMATCHED -> Status.UNDER_REVIEW;
        };
    }

    /** By the API's names. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("paymentId", payment.id().value());
        tree.put("status", Fields.wireName(status()));
        tree.put("amount", payment.price().due().minorUnits());
        tree.put("currency", payment.price().full().currency().getCurrencyCode());
        if (payment.price().discount() > 0) {
            tree.put("discount", payment.price().discount());
        }
        switch (status()) {
            case OPEN -> {
                payment.atProvider().ifPresent(checkout -> tree.put("checkoutUrl", checkout.url()));
                tree.put("holdExpiresAt", payment.payableUntil().toString());
            }
            case QUEUED -> {
                tree.put("holdExpiresAt", payment.payableUntil().toString());
                tree.put(
                        "line",
                        Map.of(
                                "before",
                                line.before(),
                                "waitSeconds",
                                line.delay().toSeconds()));
            }
            case PROCESSING, COMPLETED, FAILED, EXPIRED, REFUNDED, UNDER_REVIEW -> {}
        }
        return tree;
    }

    /** What an operator sees of it besides: sums of what came, whose currency may be another one than the price's. */
    public Map<String, Object> operatorsView() {
        var tree = new LinkedHashMap<String, Object>(view());
        tree.remove("checkoutUrl");
        tree.put("outcome", Fields.wireName(payment.outcome()));
        tree.put("paidAmount", payment.seen().taken());
        tree.put("paidCurrency", payment.currency().getCurrencyCode());
        tree.put("refundedAmount", payment.seen().returned());
        tree.put("refundDue", Math.max(0, payment.wanted() - payment.seen().ordered()));
        if (!payment.needs().isEmpty()) {
            tree.put("needs", Fields.wireNames(payment.needs()));
        }
        return tree;
    }

    private Status undecided() {
        return switch (payment.seen().progress()) {
            case INTENDED -> Status.QUEUED;
            case OPEN -> Status.OPEN;
            case PROCESSING -> Status.PROCESSING;
            case FAILED -> Status.FAILED;
            case EXPIRED -> Status.EXPIRED;
            // Decided in a moment.
            case PAID -> Status.PROCESSING;
        };
    }
}
