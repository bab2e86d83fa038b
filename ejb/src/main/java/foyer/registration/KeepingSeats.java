package foyer.registration;

import foyer.shared.Journal;
import foyer.shared.Unavailable;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Sees to it every few seconds that no seat stays empty while somebody waits for it. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeepingSeats {
    private static final Journal JOURNAL = Journal.of(KeepingSeats.class);

    private final ReentrantLock turn = new ReentrantLock();

    @Inject
    FreeingSeats freeing;

    // Every node runs this. The condition on the version lets one of them win, and never takes a seat back that was
    // confirmed meanwhile.
    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void keepSeats() {
        if (!turn.tryLock()) {
            return;
        }
        try {
            freeing.expireHolds();
            freeing.offerSeats();
        } catch (Unavailable later) {
            JOURNAL.warn("Seats are freed once the store answers.", Map.of(), later);
        } finally {
            turn.unlock();
        }
    }
}
