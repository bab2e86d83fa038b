package foyer.payment.reconciliation;

import foyer.shared.Rounds;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Reconciles as often as the settings say, on whichever node gets the lease. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconcilingInTime {
    private final Rounds rounds = Rounds.of(ReconcilingInTime.class, "Payments are reconciled later.");
    private volatile Instant last = Instant.EPOCH;

    @Inject
    Reconciling reconciling;

    @Inject
    ReconciliationSettings settings;

    @Inject
    Clock clock;

    // Every node runs this, and a lease lets one of them do it.
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void reconcileInTime() {
        rounds.next(this::round);
    }

    private void round() {
        var now = clock.instant();
        if (isTime(now)) {
            last = now;
            reconciling.reconcile();
        }
    }

    // A clock that was set back must not keep it from going on.
    private boolean isTime(Instant now) {
        return now.isBefore(last) || !now.isBefore(last.plus(settings.every()));
    }
}
