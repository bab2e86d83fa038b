package foyer.edge;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the filters are given. */
@ApplicationScoped
class EdgeParts {
    @Produces
    @Singleton
    EdgeSettings settings() {
        return EdgeSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
