package foyer.access;

import foyer.shared.Passwords;
import foyer.shared.Settings;
import foyer.shared.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature is given. */
@ApplicationScoped
class AccessParts {
    @Produces
    @Singleton
    AccessSettings settings() {
        return AccessSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    TriedPasswords triedPasswords(Passwords passwords, Signatures signatures) {
        return new TriedPasswords(passwords, signatures);
    }
}
