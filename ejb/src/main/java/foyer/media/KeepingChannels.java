package foyer.media;

import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.Rounds;
import foyer.shared.VersionConflict;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;

/** Looks every few seconds at the broadcasts that are due, and every minute for channels that nobody owns. */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeepingChannels {
    private static final Journal JOURNAL = Journal.of(KeepingChannels.class);
    private static final int A_FEW = 20;

    private final Rounds rounds = rounds();
    private final Rounds sweeps = rounds();

    @Inject
    Broadcasts broadcasts;

    // Made at its first use, with the origin, which may reach for a store or a network: on a thread of the rounds, and
    // not while the server starts.
    @Inject
    Tending tending;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    // Every node runs this. What it does may be done twice, and what it notes is noted on condition of the version.
    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void lookAtWhatIsDue() {
        rounds.next(threads, this::goRound);
    }

    @Schedule(hour = "*", minute = "*", second = "31", persistent = false)
    void lookForStrays() {
        sweeps.next(threads, tending::removeStrays);
    }

    void goRound() {
        if (tending.ready()) {
            broadcasts.due(clock.instant(), A_FEW).forEach(this::lookAt);
        }
    }

    // One that cannot be worked on now must not keep back the others.
    void lookAt(Broadcast due) {
        try {
            tending.lookAt(due);
        } catch (VersionConflict fasterOnes) {
            JOURNAL.note("A channel was seen to by somebody else.", named(due));
        } catch (Problem later) {
            JOURNAL.warn("A channel is looked at again later.", named(due), later);
            putOff(due);
        } catch (RuntimeException bug) {
            JOURNAL.alert("A channel cannot be worked on.", named(due), bug);
            putOff(due);
        }
    }

    private void putOff(Broadcast due) {
        try {
            tending.putOff(due);
        } catch (Problem silent) {
            JOURNAL.warn("It is not noted that a channel failed.", named(due), silent);
        }
    }

    private static Rounds rounds() {
        return Rounds.of(KeepingChannels.class, "Channels are looked at once the store or the origin answers.");
    }

    private static Map<String, String> named(Broadcast due) {
        return Map.of("eventId", due.event().value(), "broadcastId", due.id().value());
    }
}
