package foyer.web.health;

import foyer.event.Browsing;
import foyer.event.EventId;
import foyer.shared.Journal;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import foyer.shared.SharedSettings;
import foyer.web.FoyerApi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether this node can serve: the store answers, and so does the media origin where one is named. Outside only UP or
 * DOWN is told; what is down is in the log.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class Readiness implements HealthCheck {
    private static final Journal JOURNAL = Journal.of(Readiness.class);

    @Inject
    Browsing browsing;

    @Inject
    SharedSettings settings;

    @Inject
    MediaOrigin mediaOrigin;

    @Inject
    Clock clock;

    // Probes come while the start still prepares tables and keys: they need no answer of the store to hear "not yet".
    private volatile boolean started;

    // Whoever may ask may ask often: the store is asked once a second, by one at a time, and nobody waits for that one.
    private static final Duration FRESH = Duration.ofSeconds(1);
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile Verdict last = new Verdict(false, Instant.MIN);

    // In an EAR the player begins too, and this is told of both.
    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        started |= application.getServletRegistration(FoyerApi.class.getName()) != null;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("foyer")
                .status(started && othersAnswer())
                .build();
    }

    private boolean othersAnswer() {
        var known = last;
        if (known.at().isAfter(clock.instant().minus(FRESH)) || !asking.compareAndSet(false, true)) {
            return known.up();
        }
        try {
            var up = storeAnswers()
                    && settings.mediaOrigin().map(mediaOrigin::answers).orElse(true);
            last = new Verdict(up, clock.instant());
            return up;
        } finally {
            asking.set(false);
        }
    }

    // Asks for an event that there cannot be: any other would be answered from memory.
    private boolean storeAnswers() {
        try {
            browsing.publicEvent(EventId.fresh());
            return true;
        } catch (NotFound answered) {
            return true;
        } catch (Problem silent) {
            JOURNAL.warn("This node is not ready: the store does not answer.", Map.of("reason", silent.words()));
            return false;
        }
    }

    private record Verdict(boolean up, Instant at) {}
}
