package foyer.mail;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what links need to know. */
@ApplicationScoped
class LinkParts {
    @Produces
    @Singleton
    LinkSettings settings() {
        return LinkSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
