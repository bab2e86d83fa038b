package foyer.payment.voucher;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.verdict.Verdict;
import foyer.registration.Registration;
import foyer.shared.Alongside;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what becomes of a voucher's use as its payment is settled. All payments for one seat share one use: whichever is begun
 * takes it over from the one before, and whichever is paid takes it back.
 */
@Dependent
public class Redeeming {
    @Inject
    Vouchers vouchers;

    @Inject
    Payments payments;

    /**
     * What is written along with the verdict; refused with {@link VoucherRefused} where a use is wanted that is not there.
     *
     * @param held the registration as it was before
     */
    public Alongside settled(Verdict verdict, Registration held) {
        var payment = verdict.payment();
        var code = payment.price().voucher();
        if (code == null) {
            return Alongside.nothing();
        }
        return switch (verdict.voucher()) {
            case AS_IT_IS -> Alongside.nothing();
            case GIVEN_BACK -> vouchers.givingBack(code, held.email(), payment.id());
            // What was paid by one that is there no more stays.
            case KEPT ->
                vouchers.find(code).map(found -> using(found, payment, held)).orElse(Alongside.nothing());
            case TAKEN ->
                vouchers.find(code)
                        .map(found -> using(found, payment, held))
                        .orElseThrow(
                                () -> new VoucherRefused(VoucherRefused.UNKNOWN, "There is no such voucher any more."));
        };
    }

    private Alongside using(Voucher found, Payment payment, Registration held) {
        return vouchers.using(found, held.email(), payment.id(), others(found, payment, held));
    }

    // An index lists them, which may not know yet the one that was begun last.
    private List<PaymentId> others(Voucher found, Payment payment, Registration held) {
        var begun = Optional.ofNullable(held.fee().payment()).map(PaymentId::new);
        var listed = payments.of(held.id()).stream()
                .filter(other -> other.waitsWith(found.code()))
                .map(Payment::id);
        return Stream.concat(begun.stream(), listed)
                .filter(other -> !other.equals(payment.id()))
                .distinct()
                .toList();
    }
}
