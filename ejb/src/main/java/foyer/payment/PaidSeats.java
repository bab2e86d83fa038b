package foyer.payment;

import foyer.registration.Dues;
import foyer.registration.Registration;
import foyer.shared.Alongside;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;

/** Sees to the payment of a registration that ends: one that was paid goes back, one that was begun is closed. */
@Dependent
class PaidSeats implements Dues {
    private final Payments payments;

    @Inject
    PaidSeats(Payments payments) {
        this.payments = payments;
    }

    @Override
    public Alongside onEnd(Registration ended, Instant now) {
        var payment = ended.fee().payment();
        return payment == null ? Alongside.nothing() : payments.calling(new PaymentId(payment), now);
    }
}
