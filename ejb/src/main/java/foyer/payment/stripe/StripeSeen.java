package foyer.payment.stripe;

import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import com.stripe.model.checkout.Session.TotalDetails;
import foyer.payment.ledger.Disputes;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Progress;
import foyer.payment.ledger.Seen;
import foyer.payment.ledger.Seen.Flaw;
import foyer.shared.Money;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe's objects say of a payment, in our words.
 *
 * @see <a href="https://docs.stripe.com/api/checkout/sessions/object">The Checkout Session object</a>
 */
final class StripeSeen {
    private StripeSeen() {}

    /**
     * @param session with its payment intent expanded
     * @param live whether real money is taken
     * @param expected whose the session has to be; null: anybody's
     */
    static Seen of(
            Session session, List<Refund> refunds, List<Dispute> disputes, boolean live, @Nullable PaymentId expected) {
        var progress = progress(session);
        var currency = currency(session);
        return new Seen(
                progress,
                progress == Progress.PAID
                        ? currency.flatMap(known -> charged(session, known)).orElse(null)
                        : null,
                sum(refunds, currency, any -> true),
                sum(refunds, currency, StripeSeen::failed),
                sum(refunds, currency, StripeSeen::unmarked),
                disputes.stream().map(dispute -> counted(dispute, currency)).reduce(Disputes.NONE, Disputes::and),
                flaws(session, live, expected));
    }

    /** Whose the session says that it is. */
    static Optional<PaymentId> payment(Session session) {
        return PaymentMark.read(session.getClientReferenceId(), session.getMetadata());
    }

    private static Progress progress(Session session) {
        var status = String.valueOf(session.getStatus());
        return switch (status) {
            case "open" -> Progress.OPEN;
            case "expired" -> Progress.EXPIRED;
            case "complete" -> completed(session);
            default -> throw new IllegalStateException("A Checkout Session is never " + status);
        };
    }

    // After a delayed method has failed the session stays complete and unpaid; its intent waits for another attempt,
    // which nobody can make any more.
    private static Progress completed(Session session) {
        var status = String.valueOf(session.getPaymentStatus());
        if (status.equals("paid") || status.equals("no_payment_required")) {
            return Progress.PAID;
        }
        var intent = session.getPaymentIntentObject();
        var failed = intent != null
                && Set.of("requires_payment_method", "canceled").contains(String.valueOf(intent.getStatus()));
        return failed ? Progress.FAILED : Progress.PROCESSING;
    }

    private static Optional<Currency> currency(Session session) {
        try {
            return Optional.ofNullable(session.getCurrency())
                    .map(code -> Currency.getInstance(code.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    // A tax that comes on top of the price is no part of it; we ask for none.
    private static Optional<Money> charged(Session session, Currency currency) {
        var taxed = session.getAutomaticTax() != null
                && Boolean.TRUE.equals(session.getAutomaticTax().getEnabled());
        var all = Optional.ofNullable(taxed ? session.getAmountSubtotal() : session.getAmountTotal());
        var details = Optional.ofNullable(session.getTotalDetails()).filter(any -> taxed);
        var discount = details.map(TotalDetails::getAmountDiscount).orElse(0L);
        return all.map(amount -> new Money(units(amount - discount, currency), currency));
    }

    private static long sum(List<Refund> refunds, Optional<Currency> currency, Predicate<Refund> counted) {
        return refunds.stream()
                .filter(counted)
                .mapToLong(refund ->
                        currency.map(known -> units(refund.getAmount(), known)).orElse(0L))
                .sum();
    }

    /** Stripe leaves a refund's status open ("nullable string", docs.stripe.com/api/refunds/object): then it is on its way. */
    private static boolean failed(Refund refund) {
        return Set.of("failed", "canceled").contains(String.valueOf(refund.getStatus()));
    }

    /** Whether it was not ordered by us, but in Stripe's dashboard or by another program. */
    private static boolean unmarked(Refund refund) {
        return PaymentMark.read(null, refund.getMetadata()).isEmpty();
    }

    private static long units(long amount, Currency currency) {
        return StripeCurrency.of(currency)
                .map(known -> known.ofStripesUnits(amount))
                .orElse(amount);
    }

    /** An inquiry is a question of the bank's, and no money moves; one that was prevented is a refund. */
    private static Disputes counted(Dispute dispute, Optional<Currency> charged) {
        return switch (String.valueOf(dispute.getStatus())) {
            case "won" -> Disputes.WON;
            case "lost" -> Disputes.losing(amount(dispute, charged));
            case "warning_needs_response", "warning_under_review", "warning_closed", "prevented" -> Disputes.NONE;
            default -> Disputes.OPEN;
        };
    }

    // It may be over a part. Where it is in another currency than the charge, nobody knows here how much of it is gone.
    private static long amount(Dispute dispute, Optional<Currency> charged) {
        var amount = dispute.getAmount();
        return amount == null
                ? 0
                : charged.filter(currency -> currency.getCurrencyCode().equalsIgnoreCase(dispute.getCurrency()))
                        .map(currency -> units(amount, currency))
                        .orElse(0L);
    }

    private static Set<Flaw> flaws(Session session, boolean live, @Nullable PaymentId expected) {
        var flaws = EnumSet.noneOf(Flaw.class);
        if (!Boolean.valueOf(live).equals(session.getLivemode())) {
            flaws.add(Flaw.WRONG_MODE);
        }
        if (expected != null && !payment(session).filter(expected::equals).isPresent()) {
            flaws.add(Flaw.NOT_OURS);
        }
        return flaws;
    }
}
