package foyer.mail.ses;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes SES's settings known. */
@ApplicationScoped
class SesParts {
    @Produces
    @Singleton
    SesSettings settings() {
        return SesSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
