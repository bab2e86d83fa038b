package foyer.access;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.time.Duration;

/**
 * How people get in.
 *
 * @param codeLifetime {@code foyer.access.code-lifetime}: of a code and of the link beside it
 * @param cookieLifetime {@code foyer.access.cookie-lifetime}: how long a returning viewer is known by the page
 */
public record AccessSettings(Duration codeLifetime, Duration cookieLifetime) implements FeatureSettings {
    public static AccessSettings read(Settings settings) {
        var local = settings.stage() == Stage.LOCAL;
        var read = new AccessSettings(
                settings.duration(
                        "foyer.access.code-lifetime",
                        Duration.ofMinutes(10),
                        local ? Duration.ofSeconds(1) : Duration.ofMinutes(2),
                        Duration.ofHours(1)),
                settings.duration(
                        "foyer.access.cookie-lifetime",
                        Duration.ofDays(60),
                        Duration.ofMinutes(1),
                        Duration.ofDays(400)));
        settings.refuseWrongOnes();
        return read;
    }
}
