package foyer.player;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.ServletContext;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the player's pages are there: in an EAR they may come after the API. */
@Readiness
@ApplicationScoped
public class PlayerReadiness implements HealthCheck {
    private volatile boolean started;

    // In an EAR the API begins too, and this is told of both.
    void start(@Observes @Initialized(ApplicationScoped.class) ServletContext application) {
        started |= application.getServletRegistration("watch") != null;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("player").status(started).build();
    }
}
