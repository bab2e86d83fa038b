package foyer.payment;

import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.Page;
import foyer.shared.ValidationFailed;
import foyer.shared.VersionConflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes vouchers, and takes them back. */
@Stateless
@RolesAllowed({"admin", "organizer"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class IssuingVouchers {
    @Inject
    Vouchers vouchers;

    @Inject
    Clock clock;

    /**
     * Fails with {@link ValidationFailed} that carries all findings, also for a code that is there already. Again with the
     * same terms, as by a caller who does not know whether it worked: nothing more happens.
     *
     * @param submitted {@code code} (made where it is left out), {@code percent} or {@code amount} with {@code currency},
     *     {@code eventId}, {@code limit}, {@code limitPerPerson}, {@code expiresAt}
     * @param freshId what a code is made of, the same when the same call is repeated
     */
    public Voucher issue(Fields submitted, String freshId) {
        var voucher = SubmittedVoucher.read(submitted, freshId, clock.instant());
        try {
            vouchers.add(voucher);
            return voucher;
        } catch (VersionConflict taken) {
            return vouchers.find(voucher.code())
                    .filter(first -> SubmittedVoucher.sameTerms(first, voucher))
                    .orElseThrow(() -> new ValidationFailed("code", "taken", "There is a voucher with this code."));
        }
    }

    public Voucher voucher(String code) {
        return vouchers.find(Voucher.normal(code)).orElseThrow(() -> new NotFound("voucher"));
    }

    public Page<Voucher> vouchers(int limit, @Nullable String position) {
        return vouchers.list(limit, position);
    }

    /** Nobody uses it any more. Twice is the same as once. */
    public void withdraw(String code) {
        vouchers.remove(Voucher.normal(code));
    }

    /** By the API's names. */
    public static Map<String, Object> view(Voucher voucher) {
        return SubmittedVoucher.view(voucher);
    }
}
