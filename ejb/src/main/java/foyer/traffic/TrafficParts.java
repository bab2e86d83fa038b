package foyer.traffic;

import foyer.shared.Settings;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.metrics.MetricRegistry;

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
    Limits limits(TrafficSettings settings, MetricRegistry metrics) {
        var limits = new Limits(settings, TimeMeter.SYSTEM_NANOTIME);
        metrics.gauge("foyer_limits_callers", limits, Limits::remembered);
        return limits;
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
