package foyer.payment.ledger;

import static foyer.shared.SettableClock.NOON;

import foyer.event.EventId;
import foyer.registration.RegistrationId;
import foyer.shared.Alongside;
import foyer.shared.Money;
import foyer.shared.Outgoing;
import foyer.shared.VersionConflict;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/** A keeper of payments, or a stand-in for one, and payments to be kept. */
public interface AtAKeeper {
    int MANY = 50;
    Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    Instant LATER = NOON.plusSeconds(60);
    Money TWELVE_EUROS = new Money(1200, Currency.getInstance("EUR"));

    Payments payments();

    /** Writes this by itself. */
    void write(Alongside change);

    boolean isTold(Outgoing fact);

    default Payment added(Payment payment) {
        write(payments().adding(payment));
        return payment;
    }

    default boolean isWritten(Payment before, Payment after) {
        try {
            payments().replace(before, after, Alongside.nothing());
            return true;
        } catch (VersionConflict fasterOnes) {
            return false;
        }
    }

    default Payment anIntent() {
        return anIntent(RegistrationId.fresh(), EventId.fresh(), NOON);
    }

    default Payment anIntent(RegistrationId registration, EventId event, Instant begun) {
        var price = Price.of(TWELVE_EUROS);
        return Payment.intended(PaymentId.fresh(), registration, event, price, null, begun.plus(HALF_AN_HOUR), begun);
    }

    default Payment notDue() {
        return anIntent().dueAt(null, NOON);
    }

    default Payment opened(Payment intent) {
        return intent.opened(new Checkout("cs_1", "https://pay.example/cs_1"), LATER);
    }
}
