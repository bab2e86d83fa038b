package foyer.media;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the use cases around recordings are given. */
@ApplicationScoped
class RecordingParts {
    @Produces
    @Singleton
    RecordingSettings settings() {
        return RecordingSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
