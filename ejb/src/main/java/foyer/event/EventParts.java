package foyer.event;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the parts that the use cases around events are given. */
@ApplicationScoped
class EventParts {
    @Produces
    @Singleton
    EventSettings settings() {
        return EventSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    RecentNumbers numbers(Events events, EventSettings settings, Clock clock) {
        return new RecentNumbers(events, settings, clock);
    }

    @Produces
    @Singleton
    RecentEvents recent(Events events, EventSettings settings, Clock clock) {
        return new RecentEvents(events, settings, clock);
    }
}
