package foyer.access;

import foyer.shared.Rounds;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Lets those be reminded of their seats who were refused a second one, on the node that refused them. */
@Singleton
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RemindingInTime {
    private final Rounds rounds = Rounds.of(RemindingInTime.class, "Nobody is reminded of a seat for now.");

    @Inject
    Reminding reminding;

    // Every node runs this for those whom it refused itself.
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void remind() {
        rounds.next(reminding::remindWhoIsDue);
    }
}
