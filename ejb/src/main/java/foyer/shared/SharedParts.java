package foyer.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the parts that all features are given. */
@ApplicationScoped
class SharedParts {
    @Produces
    @Singleton
    SharedSettings settings() {
        return SharedSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    Signatures signatures(SharedSettings settings) {
        return new Signatures(settings.secret());
    }
}
