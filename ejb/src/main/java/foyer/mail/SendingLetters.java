package foyer.mail;

import foyer.shared.Rounds;
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
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends what is in the outbox, each lane by itself, so that one slow letter does not hold up all others. */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendingLetters {
    @Inject
    Postman postman;

    @Inject
    Outbox outbox;

    @Inject
    PostCounter counter;

    @Resource
    ManagedExecutorService threads;

    private final Map<Integer, Rounds> lanes = new ConcurrentHashMap<>();
    private final Rounds rests = rounds();

    // Every node runs this, and each letter is claimed by one of them.
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sendWhatIsDue() {
        for (var lane = 0; lane < outbox.lanes(); lane++) {
            var own = lane;
            lanes.computeIfAbsent(own, any -> rounds()).next(threads, () -> postman.round(own));
        }
        rests.next(counter::rest);
    }

    private static Rounds rounds() {
        return Rounds.of(SendingLetters.class, "Letters wait.");
    }
}
