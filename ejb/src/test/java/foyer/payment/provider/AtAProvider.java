package foyer.payment.provider;

import static foyer.payment.SomePayments.TWELVE;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.SomeEvents;
import foyer.payment.SomePayments;
import foyer.payment.ledger.Checkout;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Price;
import foyer.payment.ledger.Seen;
import foyer.registration.Registration;
import foyer.registration.RegistrationState;
import foyer.registration.SomeRegistrations;
import foyer.shared.EmailAddress;
import foyer.shared.SettableClock;
import java.util.Map;

/** A payment provider, or a stand-in for one, at which somebody sells a seat, with all who do something there. */
public interface AtAProvider {
    Checkouts checkouts();

    SettableClock clock();

    Outside outside();

    /** What payers and their banks do, and the organizer in the provider's own pages. */
    interface Outside {
        void pay(Payment payment);

        /** By a method that takes its time. */
        void payLater(Payment payment);

        /** The time is over, and the money came or did not. */
        void settle(Payment payment, boolean paid);

        /** Some of it, past us. */
        void refundThere(Payment payment, long minorUnits);

        /** The bank of the payer takes back nothing of what was sent back last. */
        void failRefund(Payment payment, long minorUnits);

        /** All that is left of it. */
        void dispute(Payment payment);

        void dispute(Payment payment, long minorUnits);

        void decideDispute(Payment payment, boolean won);
    }

    default Payment anIntent() {
        var now = clock().instant();
        return Payment.intended(
                PaymentId.fresh(),
                aBuyer().id(),
                EventId.fresh(),
                Price.of(TWELVE),
                null,
                now.plus(SomePayments.HOLD),
                now);
    }

    default Payment anOpenPayment() {
        var intent = anIntent();
        return intent.opened(open(intent), clock().instant());
    }

    default Payment aPaidOne() {
        var payment = anOpenPayment();
        outside().pay(payment);
        return payment;
    }

    default Checkout open(Payment payment) {
        return checkouts().open(payment, aBuyer(), anEvent());
    }

    /** As whoever has looked at it knows it. */
    default Payment lookedAt(Payment payment) {
        return payment.seeing(look(payment), clock().instant());
    }

    default Seen look(Payment payment) {
        return checkouts().look(payment);
    }

    static Registration aBuyer() {
        return SomeRegistrations.registration(
                EventId.fresh(), new EmailAddress("ada@example.org"), RegistrationState.HELD);
    }

    static Event anEvent() {
        var submission = SomeEvents.aSubmissionWith("authType", "payment");
        submission.put("paymentConfig", Map.of("price", 1200L, "currency", "EUR"));
        return SomeEvents.aPublishedEventOf(submission);
    }
}
