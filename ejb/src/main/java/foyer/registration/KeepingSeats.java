package foyer.registration;

import foyer.shared.Rounds;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Sees to it every few seconds that no seat stays empty while somebody waits for it. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeepingSeats {
    private final Rounds rounds = Rounds.of(KeepingSeats.class, "Seats are freed once the store answers.");

    @Inject
    FreeingSeats freeing;

    // Every node runs this. The condition on the version lets one of them win, and never takes a seat back that was
    // confirmed meanwhile.
    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void keepSeats() {
        rounds.next(() -> {
            freeing.expireHolds();
            freeing.offerSeats();
        });
    }
}
