package foyer.payment;

import foyer.payment.checkout.CheckoutSettings;
import foyer.payment.letters.AlertSettings;
import foyer.payment.reconciliation.ReconciliationSettings;
import foyer.payment.settlement.SettlementSettings;
import foyer.shared.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes what the feature's rooms are given. */
@ApplicationScoped
class PaymentParts {
    @Produces
    @Singleton
    CheckoutSettings checkout() {
        return CheckoutSettings.read(settings());
    }

    @Produces
    @Singleton
    SettlementSettings settlement() {
        return SettlementSettings.read(settings());
    }

    @Produces
    @Singleton
    ReconciliationSettings reconciliation() {
        return ReconciliationSettings.read(settings());
    }

    @Produces
    @Singleton
    AlertSettings alerts() {
        return AlertSettings.read(settings());
    }

    private static Settings settings() {
        return new Settings(ConfigProvider.getConfig());
    }
}
