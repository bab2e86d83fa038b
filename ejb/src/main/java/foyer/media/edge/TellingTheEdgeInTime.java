package foyer.media.edge;

import foyer.shared.Rounds;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Tells the edge every few seconds, so that a right that was taken back ends within a minute. */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TellingTheEdgeInTime {
    private static final int MOST_CALLS = 20;

    private final Rounds rounds =
            Rounds.of(TellingTheEdgeInTime.class, "What was taken back is told to the edge once it answers.");

    @Inject
    Edge edge;

    @Inject
    TellingTheEdge telling;

    // Every node runs this, and tells the same: of two at once the store at the edge takes one, and the other comes
    // back.
    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void tell() {
        if (edge.there()) {
            rounds.next(this::round);
        }
    }

    private void round() {
        var calls = 0;
        while (telling.tell() && ++calls < MOST_CALLS) {}
    }
}
