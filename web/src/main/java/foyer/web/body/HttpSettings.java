package foyer.web.body;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.time.Duration;

/**
 * How much a caller may send, and how slowly.
 *
 * @param maxBody {@code foyer.http.max-body}, bytes of a JSON body; 1 MB by default
 * @param bodyTime {@code foyer.http.body-time}, within which all of it has to come; 20 s by default
 */
public record HttpSettings(int maxBody, Duration bodyTime) implements FeatureSettings {
    static HttpSettings read(Settings settings) {
        var read = new HttpSettings(
                settings.number("foyer.http.max-body", 1_000_000, 1_000, 16_000_000),
                settings.duration(
                        "foyer.http.body-time", Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMinutes(5)));
        settings.refuseWrongOnes();
        return read;
    }
}
