package foyer.web.body;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the reading of bodies is given. */
@ApplicationScoped
class BodyParts {
    @Produces
    @Singleton
    HttpSettings settings() {
        return HttpSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
