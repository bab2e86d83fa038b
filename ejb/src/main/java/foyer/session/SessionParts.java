package foyer.session;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature is given. */
@ApplicationScoped
class SessionParts {
    @Produces
    @Singleton
    SessionSettings settings() {
        return SessionSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    LiveSessions live(SessionSettings settings) {
        return new LiveSessions(settings.remembered());
    }

    @Produces
    @Singleton
    RecentStandings standings(Sessions sessions, SessionSettings settings, Clock clock) {
        return new RecentStandings(sessions, settings, clock);
    }

    @Produces
    @Singleton
    Pace pace(SessionSettings settings, Clock clock) {
        return new Pace(settings, clock);
    }
}
