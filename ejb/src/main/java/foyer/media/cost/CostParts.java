package foyer.media.cost;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what says how much things cost. */
@ApplicationScoped
class CostParts {
    @Produces
    @Singleton
    PriceSettings prices() {
        return PriceSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
