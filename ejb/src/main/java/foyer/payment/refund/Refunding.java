package foyer.payment.refund;

import foyer.audit.Act;
import foyer.audit.AuditEntry;
import foyer.audit.AuditTrail;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.Events;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.ledger.RefundOrder;
import foyer.payment.provider.CheckoutRefused;
import foyer.payment.provider.Checkouts;
import foyer.payment.settlement.Settling;
import foyer.registration.RegistrationId;
import foyer.registration.Registrations;
import foyer.shared.Alongside;
import foyer.shared.Journal;
import foyer.shared.Money;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import foyer.shared.Unavailable;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Gives money back because an operator says so. It is written down first, and then done as soon as the provider can. */
@Stateless
@RolesAllowed({"admin", "organizer"})
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Refunding {
    private static final Journal JOURNAL = Journal.of(Refunding.class);
    private static final int A_PAGE = 200;

    @Inject
    Payments payments;

    @Inject
    Registrations registrations;

    @Inject
    Events events;

    @Inject
    Checkouts checkouts;

    @Inject
    Settling settling;

    @Inject
    AuditTrail trail;

    @Inject
    Clock clock;

    /**
     * Gives back a part of what was paid for a registration, or all that is left, which ends the right to watch. Fails with
     * {@link WrongState} where nothing was paid, with {@link ValidationFailed} for more than there is, or for a sum that the
     * provider's currency does not have, {@link CheckoutRefused} when the provider will not send it, and with
     * {@link Unavailable} where too much happens to the payment at once.
     *
     * @param amount in minor units of the currency that was paid; empty: all that is left
     * @param freshId the same when the same call is repeated, which then orders nothing more and hears how it stands
     * @param by who orders it, by their id
     */
    public Payment refund(RegistrationId id, Optional<Long> amount, String freshId, String by) {
        var registration = registrations.find(id).orElseThrow(() -> new NotFound("registration"));
        var payment = Optional.ofNullable(registration.fee().payment())
                .orElseThrow(() -> new WrongState("Nothing was paid for this registration."));
        return refund(new PaymentId(payment), amount, freshId, by);
    }

    /** The same for a payment, whatever became of it: also one that gave no access, or whose refund failed. */
    public Payment refund(PaymentId id, Optional<Long> amount, String freshId, String by) {
        if (find(id).knows(freshId)) {
            return settled(id);
        }
        look(id);
        return Contended.changed(() -> ordered(id, amount, freshId, by));
    }

    private Payment ordered(PaymentId id, Optional<Long> amount, String freshId, String by) {
        var before = find(id);
        // The same call may have come at another node meanwhile.
        if (!before.knows(freshId)) {
            var now = clock.instant();
            var order = new RefundOrder(freshId, sum(before, amount), by, now);
            payments.replace(before, before.refunding(order, now), recorded(before, order));
        }
        return settled(id);
    }

    /** How far the money of an event's payers has gone back; without addresses. */
    @RolesAllowed({"admin", "organizer", "analyst"})
    public Returns returns(EventId id) {
        var all = events.find(id).filter(Event::neverTakesPlace).isPresent();
        var returns = Returns.NONE;
        var page = payments.ofEvent(id, A_PAGE, null);
        while (true) {
            for (var payment : page.items()) {
                returns = returns.with(payment, all);
            }
            if (page.next() == null) {
                return returns;
            }
            page = payments.ofEvent(id, A_PAGE, page.next());
        }
    }

    private Payment find(PaymentId id) {
        return payments.find(id).orElseThrow(() -> new NotFound("payment"));
    }

    // Somebody may have given back at the provider what is here to be given. Where that cannot be seen now, what is
    // ordered here comes on top of it all the same.
    private void look(PaymentId id) {
        try {
            settling.settle(id);
        } catch (Problem later) {
            JOURNAL.note("A refund is ordered by what was seen before.", Map.of("paymentId", id.value()));
        }
    }

    private long sum(Payment payment, Optional<Long> amount) {
        var left = payment.refundable();
        if (left == 0) {
            throw new WrongState(
                    payment.seen().disputes().anyLost()
                            ? "A bank took money back for good, and the provider sends back none of the rest."
                            : "There is nothing left to give back.");
        }
        var sum = amount.orElse(left);
        if (sum < 1 || sum > left) {
            throw new ValidationFailed("amount", "out_of_range", "This must be from 1 to " + left + ".");
        }
        if (sum < left && payment.owesAll()) {
            throw new ValidationFailed("amount", "out_of_range", "This gives no access: all " + left + " go back.");
        }
        var currency = payment.currency();
        if (!checkouts.has(new Money(sum, currency))) {
            throw new ValidationFailed(
                    "amount", "not_chargeable", "The payment provider has no such amount in " + currency + ".");
        }
        return sum;
    }

    private Alongside recorded(Payment payment, RefundOrder order) {
        var sum = new Money(order.minorUnits(), payment.currency());
        return trail.entering(AuditEntry.of(
                Act.REFUND_ORDERED, payment.id().value(), payment.event().value(), sum, order.by(), order.at()));
    }

    // It is written down that it has to go back: what the provider cannot do now is done later.
    private Payment settled(PaymentId id) {
        try {
            return settling.settle(id);
        } catch (CheckoutRefused refused) {
            throw refused;
        } catch (Problem later) {
            JOURNAL.warn("A refund waits for the provider.", Map.of("paymentId", id.value()), later);
            return find(id);
        }
    }
}
