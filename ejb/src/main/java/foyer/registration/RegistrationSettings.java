package foyer.registration;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How long a seat is kept for somebody.
 *
 * @param hold {@code foyer.registration.hold}: until the address is proven
 * @param offer {@code foyer.registration.offer}: for whom the waiting list has come to
 */
public record RegistrationSettings(Duration hold, Duration offer) implements FeatureSettings {

    public static RegistrationSettings read(Settings settings) {
        var read = new RegistrationSettings(
                settings.duration(
                        "foyer.registration.hold", Duration.ofMinutes(30), Duration.ofSeconds(10), Duration.ofDays(2)),
                settings.duration(
                        "foyer.registration.offer", Duration.ofHours(2), Duration.ofSeconds(10), Duration.ofDays(7)));
        settings.refuseWrongOnes();
        return read;
    }
}
