package foyer.analytics;

import foyer.event.RecentEvents;
import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature is given. */
@ApplicationScoped
class AnalyticsParts {
    @Produces
    @Singleton
    AnalyticsSettings settings() {
        return AnalyticsSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    HeardFigures heard(AnalyticsSettings settings) {
        return new HeardFigures(settings.remembered());
    }

    @Produces
    @Singleton
    RecentEvaluations evaluations(AnalyticsSettings settings, Clock clock) {
        return new RecentEvaluations(settings.fresh(), clock);
    }

    @Produces
    @Singleton
    NotingRefusals refusals(Refusals refusals, RecentEvents events, Clock clock) {
        return new NotingRefusals(refusals, events, clock);
    }
}
