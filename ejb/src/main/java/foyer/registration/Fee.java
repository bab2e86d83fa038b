package foyer.registration;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How far a registration is paid, as it remembers it; what a payment means is the matter of payments.
 *
 * @param payment the one that was begun last or, once completed, the one that paid; null before there is one
 * @param processing whether the payer has done all there is to do and the money is on its way, as with a bank debit
 * @param voucher the code given when registering; null: none
 * @param refunded in minor units of the price's currency, of the payment that paid
 * @param disputed whether its payer went to the bank
 * @param payableUntil until when the payment that was begun can be paid, which is a little before the seat's hold ends; null:
 *     there is none
 */
public record Fee(
        PaymentStatus status,
        @Nullable String payment,
        boolean processing,
        @Nullable String voucher,
        long refunded,
        boolean disputed,
        @Nullable Instant payableUntil) {
    public static final Fee NONE = new Fee(PaymentStatus.NOT_REQUIRED, null, false, null, 0, false);

    /** Of one that nobody is about to pay. */
    public Fee(
            PaymentStatus status,
            @Nullable String payment,
            boolean processing,
            @Nullable String voucher,
            long refunded,
            boolean disputed) {
        this(status, payment, processing, voucher, refunded, disputed, null);
    }

    public static Fee due(@Nullable String voucher) {
        return new Fee(PaymentStatus.PENDING, null, false, voucher, 0, false);
    }

    /** Whether somebody still has to pay. */
    public boolean open() {
        return switch (status) {
            case PENDING, FAILED -> true;
            case COMPLETED, REFUNDED, NOT_REQUIRED -> false;
        };
    }

    public boolean paidBy(String other) {
        return status == PaymentStatus.COMPLETED && other.equals(payment);
    }

    Fee begun(String by, Instant until) {
        return new Fee(PaymentStatus.PENDING, by, false, voucher, 0, false, until.truncatedTo(ChronoUnit.MILLIS));
    }

    Fee onItsWay() {
        return new Fee(status, payment, true, voucher, refunded, disputed);
    }

    Fee completed(String by) {
        return new Fee(PaymentStatus.COMPLETED, by, false, voucher, 0, false);
    }

    Fee failed() {
        return new Fee(PaymentStatus.FAILED, payment, false, voucher, refunded, disputed);
    }

    Fee refunded(long total, boolean whole) {
        return new Fee(whole ? PaymentStatus.REFUNDED : status, payment, processing, voucher, total, disputed);
    }

    Fee contested(boolean now) {
        return new Fee(status, payment, processing, voucher, refunded, now);
    }
}
