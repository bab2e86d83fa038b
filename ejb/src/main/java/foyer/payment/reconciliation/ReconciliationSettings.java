package foyer.payment.reconciliation;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How often payments are reconciled.
 *
 * @param every {@code foyer.reconcile.every}: how often each node compares our payments with the provider's
 */
public record ReconciliationSettings(Duration every) implements FeatureSettings {
    public static ReconciliationSettings read(Settings settings) {
        var read = new ReconciliationSettings(settings.duration(
                "foyer.reconcile.every", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofHours(1)));
        settings.refuseWrongOnes();
        return read;
    }
}
