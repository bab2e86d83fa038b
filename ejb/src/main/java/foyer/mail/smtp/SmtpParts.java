package foyer.mail.smtp;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the relay's settings known. */
@ApplicationScoped
class SmtpParts {
    @Produces
    @Singleton
    SmtpSettings settings() {
        return SmtpSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
