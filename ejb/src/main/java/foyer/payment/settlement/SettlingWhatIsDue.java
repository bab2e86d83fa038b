package foyer.payment.settlement;

import foyer.payment.ledger.Payment;
import foyer.payment.ledger.Payments;
import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.Rounds;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Looks every few seconds at the payments that are due: begun and not opened, over and not closed, to be given back. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SettlingWhatIsDue {
    private static final Journal JOURNAL = Journal.of(SettlingWhatIsDue.class);
    private static final int AT_ONCE = 48;
    private static final int A_PART = 6;

    private final Rounds rounds = Rounds.of(SettlingWhatIsDue.class, "Payments are settled once the store answers.");

    @Inject
    Payments payments;

    @Inject
    Settling settling;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    // Every node runs this. Whoever takes one up moves its due time, on condition of its version: one of them wins.
    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false)
    void settleWhatIsDue() {
        rounds.next(this::round);
    }

    // The longest due first, several at a time, for each waits mostly for the provider. Where none of them could be
    // taken up the next round is soon enough: they are all still due, and the store has trouble.
    private void round() throws InterruptedException {
        while (true) {
            var due = payments.due(clock.instant(), AT_ONCE);
            var any = new AtomicBoolean();
            threads.invokeAll(parts(due, any));
            if (due.size() < AT_ONCE || !any.get()) {
                return;
            }
        }
    }

    private List<Callable<Object>> parts(List<Payment> due, AtomicBoolean any) {
        var parts = new ArrayList<Callable<Object>>();
        for (var from = 0; from < due.size(); from += A_PART) {
            var part = due.subList(from, Math.min(due.size(), from + A_PART));
            parts.add(Executors.callable(() -> part.forEach(one -> {
                if (isSettled(one)) {
                    any.set(true);
                }
            })));
        }
        return parts;
    }

    // One that cannot be settled now must not keep back the others. A thread of the container's tells nobody of a bug.
    private boolean isSettled(Payment due) {
        try {
            settling.settleDue(due);
            return true;
        } catch (Problem later) {
            JOURNAL.warn("A payment is looked at again later.", named(due), later);
        } catch (RuntimeException bug) {
            JOURNAL.alert("A payment cannot be settled.", named(due), bug);
        }
        return false;
    }

    private static Map<String, String> named(Payment due) {
        return Map.of("paymentId", due.id().value());
    }
}
