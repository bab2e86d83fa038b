package foyer.payment.settlement;

import foyer.payment.ledger.PaymentId;
import foyer.payment.ledger.Payments;
import foyer.payment.provider.Checkouts;
import foyer.shared.Journal;
import foyer.shared.Problem;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Hears the provider's notices. A notice is no more than a hint: it is written down that its payment has to be looked at, and
 * answered; what it says is asked of the provider itself. Without notices all ends the same, only later.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Hearing {
    private static final Journal JOURNAL = Journal.of(Hearing.class);

    @Inject
    Checkouts checkouts;

    @Inject
    Payments payments;

    @Inject
    Settling settling;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    /**
     * Returns once it is durable that the payment has to be looked at, or that it is none of ours. Fails with
     * {@link foyer.payment.provider.BadSignature}.
     *
     * @param notice the body as it came, to the byte
     * @param signature the header that goes with it; null: there was none
     */
    public void hear(byte[] notice, @Nullable String signature) {
        checkouts
                .read(notice, signature)
                .filter(payment -> payments.call(payment, clock.instant()))
                .ifPresent(this::lookSoon);
    }

    // Whoever has no thread free for it leaves it to the timer.
    private void lookSoon(PaymentId payment) {
        try {
            threads.execute(() -> look(payment));
        } catch (RejectedExecutionException busy) {
            JOURNAL.note("A payment waits for the timer.", Map.of("paymentId", payment.value()));
        }
    }

    private void look(PaymentId payment) {
        try {
            settling.settle(payment);
        } catch (Problem later) {
            JOURNAL.warn("A payment waits for the timer.", Map.of("paymentId", payment.value()), later);
        }
    }
}
