package foyer.payment;

import foyer.shared.Journal;
import foyer.shared.Problem;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Looks every few seconds at the payments that are due: begun and not opened, over and not closed, to be given back. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SettlingWhatIsDue {
    private static final Journal JOURNAL = Journal.of(SettlingWhatIsDue.class);
    private static final int AT_ONCE = 50;

    private final ReentrantLock turn = new ReentrantLock();

    @Inject
    Payments payments;

    @Inject
    Settling settling;

    @Inject
    Clock clock;

    // Every node runs this. Whoever takes one up moves its due time, on condition of its version: one of them wins.
    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false)
    void settleWhatIsDue() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            round();
        } catch (Problem later) {
            JOURNAL.warn("Payments are settled once the store answers.", Map.of(), later);
        } finally {
            turn.unlock();
        }
    }

    private void round() {
        for (var due : payments.due(clock.instant(), AT_ONCE)) {
            settle(due);
        }
    }

    // One that cannot be settled now must not keep back the others.
    private void settle(Payment due) {
        try {
            settling.settleDue(due);
        } catch (Problem later) {
            JOURNAL.warn(
                    "A payment is looked at again later.",
                    Map.of("paymentId", due.id().value()),
                    later);
        }
    }
}
