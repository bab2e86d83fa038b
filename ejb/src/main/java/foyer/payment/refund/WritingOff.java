package foyer.payment.refund;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrail;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/**
 * Takes what a bank took back for good off the list of what needs a person, where the organizer leaves the seat to its payer,
 * or the rest of the money where it is, for a bank may take a part. Where it took all, who ends the seat instead needs no such
 * word: what gives no access and has no money is nobody's work any more.
 */
@Stateless
@RolesAllowed({"admin", "organizer"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class WritingOff {
    @Inject
    Payments payments;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Twice is the same as once. Fails with {@link WrongState} unless a dispute of the payment was lost and none is open, with
     * {@link Unavailable} where too much happens to it at once.
     *
     * @param by who says so, by their id
     */
    public Payment writeOff(PaymentId id, String by) {
        return Contended.changed(() -> {
            var before = payments.find(id).orElseThrow(() -> new NotFound("payment"));
            var now = clock.instant();
            var after = before.writtenOff(now);
            if (!after.equals(before)) {
                payments.replace(before, after, recorded(before, by, now));
            }
            return after;
        });
    }

    private Alongside recorded(Payment payment, String by, Instant now) {
        var sum = new Money(payment.seen().lost(), payment.currency());
        return trail.entering(AuditEntry.of(
                Act.LOSS_WRITTEN_OFF, payment.id().value(), payment.event().value(), sum, by, now));
    }
}
