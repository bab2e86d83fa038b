package foyer.operator;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature is given. */
@ApplicationScoped
class OperatorParts {
    @Produces
    @Singleton
    OperatorSettings settings() {
        return OperatorSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
