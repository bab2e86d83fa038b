package foyer.traffic;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the parts that decide how calls come in. */
@ApplicationScoped
class TrafficParts {
    @Produces
    @Singleton
    TrafficSettings settings() {
        return TrafficSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    Limits limits(TrafficSettings settings, Clock clock) {
        return new Limits(settings, clock);
    }

    @Produces
    @Singleton
    BodiesAwaited bodiesAwaited() {
        return new BodiesAwaited();
    }

    @Produces
    @Singleton
    Patience patience(TrafficSettings settings, Clock clock) {
        return new Patience(settings.remembered(), clock);
    }
}
