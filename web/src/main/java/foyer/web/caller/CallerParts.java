package foyer.web.caller;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the filters are given. */
@ApplicationScoped
class CallerParts {
    @Produces
    @Singleton
    CrossOriginSettings crossOrigin() {
        return CrossOriginSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
