package foyer.mail.smtp;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the relay's settings known. */
@ApplicationScoped
class SmtpParts {
    @Produces
    @Singleton
    SmtpSettings settings() {
        return SmtpSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    RelayLines lines(SmtpSettings settings, Clock clock) {
        return new RelayLines(settings, clock);
    }

    void hangUp(@Disposes RelayLines lines) {
        lines.close();
    }
}
