package foyer.media;

import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.Rounds;
import foyer.shared.VersionConflict;
import jakarta.annotation.PostConstruct;
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

/** Looks every few seconds at the recordings that are due: submitted, left by a node that died, given up or deleted. */
@Singleton
@Startup
@DependsOn("PreparingTables")
@DenyAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TranscodingWhatIsDue {
    private static final Journal JOURNAL = Journal.of(TranscodingWhatIsDue.class);
    private static final int A_FEW = 20;

    private Rounds rounds = rounds(1);

    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    @Inject
    Transcoding transcoding;

    @Inject
    RecordingSettings settings;

    @Inject
    Clock clock;

    @Resource
    ManagedExecutorService threads;

    @PostConstruct
    void makePlaces() {
        rounds = rounds(settings.atOnce());
    }

    // Every node runs this. Whoever takes one up writes so, on condition of its version: one of them wins.
    @Schedule(hour = "*", minute = "*", second = "2/3", persistent = false)
    void lookAtWhatIsDue() {
        if (library.lacking().isEmpty()) {
            rounds.next(threads, () -> recordings.due(clock.instant(), A_FEW).forEach(this::lookAt));
        }
    }

    private static Rounds rounds(int atOnce) {
        return Rounds.of(TranscodingWhatIsDue.class, "Recordings are looked at once the store answers.", atOnce);
    }

    // One that cannot be worked on now must not keep back the others, and a thread of the container's tells nobody of a
    // bug.
    private void lookAt(Recording due) {
        try {
            transcoding.lookAt(due);
        } catch (VersionConflict fasterOnes) {
            JOURNAL.note("A recording was taken up by somebody else.", named(due));
        } catch (Problem later) {
            JOURNAL.warn("A recording is looked at again later.", named(due), later);
        } catch (RuntimeException bug) {
            JOURNAL.alert("A recording cannot be worked on.", named(due), bug);
        }
    }

    private static Map<String, String> named(Recording due) {
        return Map.of("recordingId", due.id().value());
    }
}
