package foyer.token;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature is given. */
@ApplicationScoped
class TokenParts {
    @Produces
    @Singleton
    TokenSettings settings() {
        return TokenSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
