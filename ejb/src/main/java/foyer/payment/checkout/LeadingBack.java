package foyer.payment.checkout;

import foyer.event.Event;
import foyer.payment.ledger.Outcome;
import foyer.payment.ledger.Payment;
import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.shared.Ids;
import foyer.shared.Journal;
import foyer.shared.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads payers back from the provider's page. What they bring along is believed in nothing: it only says where to look. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class LeadingBack {
    private static final Journal JOURNAL = Journal.of(LeadingBack.class);

    @Inject
    Payments payments;

    @Inject
    Clock clock;

    /**
     * Where somebody belongs who comes back to an event; empty: to the event's own page. The payment is looked at soon, whether
     * or not any notice of it comes.
     *
     * @param payment as the address says; null: nothing
     */
    public Optional<String> page(Event event, @Nullable String payment) {
        return Optional.ofNullable(payment)
                .filter(Ids::wellFormed)
                .flatMap(id -> returned(event, new PaymentId(id)))
                .or(() -> Optional.ofNullable(event.plan().embedding().pageUrl()));
    }

    private Optional<String> returned(Event event, PaymentId id) {
        try {
            var found = payments.find(id).filter(payment -> payment.event().equals(event.id()));
            if (found.filter(payment -> payment.outcome() == Outcome.UNDECIDED).isPresent()) {
                payments.call(id, clock.instant());
            }
            return found.map(Payment::returnUrl);
        } catch (Problem later) {
            JOURNAL.warn(
                    "A payer came back, and the payment waits for the timer.", Map.of("paymentId", id.value()), later);
            return Optional.empty();
        }
    }
}
