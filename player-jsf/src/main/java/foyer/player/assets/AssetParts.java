package foyer.player.assets;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once. */
@ApplicationScoped
class AssetParts {
    @Produces
    @Singleton
    AssetSettings settings() {
        return AssetSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
