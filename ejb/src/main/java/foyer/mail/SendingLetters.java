package foyer.mail;

import foyer.shared.Unavailable;
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
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Sends what is in the outbox, each lane by itself, so that one slow letter does not hold up all others. */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SendingLetters {
    private static final System.Logger LOG = System.getLogger(SendingLetters.class.getName());

    @Inject
    Postman postman;

    @Inject
    Outbox outbox;

    @Inject
    PostCounter counter;

    @Resource
    ManagedExecutorService threads;

    private final Set<Integer> busy = ConcurrentHashMap.newKeySet();

    // Every node runs this, and each letter is claimed by one of them.
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sendWhatIsDue() {
        for (var lane = 0; lane < outbox.lanes(); lane++) {
            var free = lane;
            if (busy.add(free)) {
                threads.execute(() -> round(free));
            }
        }
        counter.rest();
    }

    private void round(int lane) {
        try {
            postman.round(lane);
        } catch (Unavailable later) {
            LOG.log(Level.WARNING, "Letters wait: {0}", later.getMessage());
        } finally {
            busy.remove(lane);
        }
    }
}
