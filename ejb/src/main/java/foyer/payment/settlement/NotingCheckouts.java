package foyer.payment.settlement;

import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.shared.Alongside;
import foyer.shared.NotFound;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/**
 * Writes down which checkout was opened for a payment. Whoever stands in line for one may be overtaken by others who look at
 * the payment, and stand in line for the same: what has come is written down all the same, or each of them would ask for it
 * again and undo what the others found.
 */
@Dependent
class NotingCheckouts {
    private static final int ROUNDS = 12;

    private final Payments payments;
    private final Clock clock;

    @Inject
    NotingCheckouts(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** Fails with {@link VersionConflict} where others have gone on with the payment meanwhile, so that it waits for this no longer. */
    Payment noted(Payment asked, Checkout found) {
        try {
            var opened = asked.opened(found, clock.instant());
            payments.replace(asked, opened, Alongside.nothing());
            return opened;
        } catch (VersionConflict meanwhile) {
            return notedBeside(asked, found, meanwhile);
        }
    }

    private Payment notedBeside(Payment asked, Checkout found, VersionConflict meanwhile) {
        for (var round = 0; round < ROUNDS; round++) {
            var now = payments.find(asked.id()).orElseThrow(() -> new NotFound("payment"));
            if (found.equals(now.checkout())) {
                return now;
            }
            if (!now.awaits(asked)) {
                throw meanwhile;
            }
            try {
                var opened = now.openedBeside(found, clock.instant());
                payments.replace(now, opened, Alongside.nothing());
                return opened;
            } catch (VersionConflict again) {
                // It is looked at anew.
            }
        }
        throw meanwhile;
    }
}
