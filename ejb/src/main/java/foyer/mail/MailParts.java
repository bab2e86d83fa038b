package foyer.mail;

import foyer.event.Events;
import foyer.shared.Settings;
import foyer.shared.Strain;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the parts that letters go through. */
@ApplicationScoped
class MailParts {
    @Produces
    @Singleton
    MailSettings settings() {
        return MailSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    Postman postman(
            Outbox outbox,
            Events events,
            Rendering rendering,
            PostCounter counter,
            MailSettings settings,
            Strain strain,
            Clock clock) {
        var turns = new Turns(settings.rate(), TimeMeter.SYSTEM_NANOTIME, strain::felt, clock);
        return new Postman(outbox, events, rendering, Handed.to(counter::send), settings, turns, clock);
    }
}
