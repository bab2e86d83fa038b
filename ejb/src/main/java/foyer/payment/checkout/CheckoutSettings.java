package foyer.payment.checkout;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How long a seat is kept for who is about to pay.
 *
 * @param hold {@code foyer.payment.hold}: how long as the page says
 * @param grace {@code foyer.payment.grace}: how much longer in silence, for the provider to answer how it ended
 */
public record CheckoutSettings(Duration hold, Duration grace) implements FeatureSettings {
    public static CheckoutSettings read(Settings settings) {
        var read = new CheckoutSettings(
                settings.duration(
                        "foyer.payment.hold", Duration.ofMinutes(30), Duration.ofSeconds(10), Duration.ofHours(23)),
                settings.duration(
                        "foyer.payment.grace", Duration.ofMinutes(5), Duration.ofSeconds(10), Duration.ofHours(1)));
        settings.refuseWrongOnes();
        return read;
    }
}
