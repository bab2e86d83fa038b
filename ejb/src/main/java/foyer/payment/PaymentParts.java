package foyer.payment;

import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature is given. */
@ApplicationScoped
class PaymentParts {
    @Produces
    @Singleton
    PaymentSettings settings() {
        return PaymentSettings.read(new Settings(ConfigProvider.getConfig()));
    }
}
