package foyer.payment.voucher;

import static foyer.shared.SettableClock.NOON;

import foyer.payment.ledger.PaymentId;
import foyer.registration.SomeRegistrations;
import foyer.shared.Alongside;
import foyer.shared.EmailAddress;
import foyer.shared.Ids;
import foyer.shared.VersionConflict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A keeper of vouchers on which its contracts are tried. */
public interface KeepingVouchers {
    Vouchers vouchers();

    /** Writes this by itself. */
    void write(Alongside change);

    default Voucher added(Voucher voucher) {
        vouchers().add(voucher, Alongside.nothing());
        return voucher;
    }

    default void removed(Voucher voucher) {
        vouchers().remove(voucher.code(), Alongside.nothing());
    }

    /** A use that takes over no other one's. */
    default Alongside use(Voucher voucher, EmailAddress by, PaymentId payment) {
        return vouchers().using(voucher, by, payment, List.of());
    }

    default long uses(Voucher voucher) {
        return vouchers().find(voucher.code()).orElseThrow().uses();
    }

    default PaymentId used(Voucher voucher) {
        return used(voucher, SomeRegistrations.anAddress());
    }

    default PaymentId used(Voucher voucher, EmailAddress by) {
        var payment = PaymentId.fresh();
        write(use(voucher, by, payment));
        return payment;
    }

    /** As payments do it: who met others looks again; false when nothing is left. */
    default boolean isUsed(Voucher voucher, EmailAddress by, PaymentId payment) {
        while (true) {
            try {
                write(use(voucher, by, payment));
                return true;
            } catch (VersionConflict meanwhile) {
                // Once more.
            } catch (VoucherRefused none) {
                return false;
            }
        }
    }

    default void givenBack(Voucher voucher, EmailAddress by, PaymentId payment) {
        write(vouchers().givingBack(voucher.code(), by, payment));
    }

    static Voucher aVoucher(@Nullable Long limit, @Nullable Long limitPerPerson) {
        var code = "V" + Ids.fresh().toUpperCase(Locale.ROOT);
        return new Voucher(code, null, null, 50, limit, limitPerPerson, null, 0, 1, NOON);
    }
}
