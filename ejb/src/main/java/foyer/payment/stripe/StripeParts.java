package foyer.payment.stripe;

import foyer.mail.LinkSettings;
import foyer.payment.provider.Checkouts;
import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Makes the payment provider known. As the port, with no type of Stripe's at any member: at a deployment the server reads the
 * types of all members of beans and what those name, and with Stripe's that would be thousands.
 */
@ApplicationScoped
class StripeParts {
    @Produces
    @Singleton
    StripeSettings settings() {
        return StripeSettings.read(new Settings(ConfigProvider.getConfig()));
    }

    @Produces
    @Singleton
    Checkouts checkouts(StripeSettings settings, StripeTurnstile turnstile, LinkSettings links, Clock clock) {
        return settings.key() == null ? new NoCheckouts() : StripeCheckouts.open(settings, turnstile, links, clock);
    }
}
