package foyer.payment.refund;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrail;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.registration.Dues;
import foyer.registration.Registration;
import foyer.shared.Alongside;
import foyer.shared.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Sees to the payment of a registration that ends: one that was paid goes back, one that was begun is closed. */
@Dependent
class PaidSeats implements Dues {
    private final Payments payments;
    private final AuditTrail trail;

    @Inject
    PaidSeats(Payments payments, AuditTrail trail) {
        this.payments = payments;
        this.trail = trail;
    }

    @Override
    public Alongside onEnd(Registration ended, @Nullable String by, Instant now) {
        var payment = ended.fee().payment();
        if (payment == null) {
            return Alongside.nothing();
        }
        var id = new PaymentId(payment);
        var calling = payments.calling(id, now);
        return by == null ? calling : Alongside.of(calling, trail.entering(revoked(ended, id, by, now)));
    }

    private AuditEntry revoked(Registration ended, PaymentId payment, String by, Instant now) {
        var sum = payments.find(payment).map(PaidSeats::kept).orElse(null);
        return AuditEntry.of(Act.SEAT_REVOKED, ended.id().value(), ended.event().value(), sum, by, now);
    }

    private static Money kept(Payment payment) {
        return new Money(payment.kept(), payment.currency());
    }
}
