package foyer.payment.voucher;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrail;
import foyer.shared.Alongside;
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
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Fails with {@link ValidationFailed} that carries all findings, also for a code that is there already. Again with the
     * same terms, as by a caller who does not know whether it worked: nothing more happens.
     *
     * @param submitted {@code code} (made where it is left out), {@code percent} or {@code amount} with {@code currency},
     *     {@code eventId}, {@code limit}, {@code limitPerPerson}, {@code expiresAt}
     * @param freshId what a code is made of, the same when the same call is repeated
     * @param by the operator, by their id
     */
    public Voucher issue(Fields submitted, String freshId, String by) {
        var voucher = SubmittedVoucher.read(submitted, freshId, clock.instant());
        try {
            vouchers.add(voucher, recorded(Act.VOUCHER_ISSUED, voucher, by));
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

    /**
     * Nobody uses it any more. Twice is the same as once.
     *
     * @param by the operator, by their id
     */
    public void withdraw(String code, String by) {
        vouchers.find(Voucher.normal(code))
                .ifPresent(voucher -> vouchers.remove(voucher.code(), recorded(Act.VOUCHER_WITHDRAWN, voucher, by)));
    }

    private Alongside recorded(Act act, Voucher voucher, String by) {
        var event = voucher.event() == null ? null : voucher.event().value();
        var entry = AuditEntry.of(act, voucher.code(), event, voucher.amount(), by, clock.instant());
        return trail.entering(entry.withPercent(voucher.percent()));
    }

    /** By the API's names. */
    public static Map<String, Object> view(Voucher voucher) {
        return SubmittedVoucher.view(voucher);
    }
}
