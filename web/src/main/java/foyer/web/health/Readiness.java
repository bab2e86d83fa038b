package foyer.web.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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
import java.time.Duration;
import java.util.Map;
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

    // Probes come while the start still prepares tables and keys: they need no answer of the store to hear "not yet".
    private volatile boolean started;

    // Whoever may ask may ask often: the store is asked once a second.
    private final LoadingCache<String, Boolean> answering =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(all -> othersAnswer());

    // In an EAR the player begins too, and this is told of both.
    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        started |= application.getServletRegistration(FoyerApi.class.getName()) != null;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("foyer")
                .status(started && answering.get("all"))
                .build();
    }

    private boolean othersAnswer() {
        return storeAnswers()
                && settings.mediaOrigin().map(mediaOrigin::answers).orElse(true);
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
}
