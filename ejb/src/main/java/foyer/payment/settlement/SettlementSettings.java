package foyer.payment.settlement;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How long money may take.
 *
 * @param delay {@code foyer.payment.delay}: how long a seat is kept for money that takes its time, as a bank debit
 */
public record SettlementSettings(Duration delay) implements FeatureSettings {
    public static SettlementSettings read(Settings settings) {
        var read = new SettlementSettings(settings.duration(
                "foyer.payment.delay", Duration.ofDays(14), Duration.ofHours(1), Duration.ofDays(60)));
        settings.refuseWrongOnes();
        return read;
    }
}
