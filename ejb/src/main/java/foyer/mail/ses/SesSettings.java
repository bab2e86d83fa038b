package foyer.mail.ses;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How SES is reached. Credentials are none of ours: the SDK finds them.
 *
 * @param endpoint {@code foyer.mail.ses.endpoint}; absent: the region's own
 * @param region {@code foyer.mail.ses.region}; absent: as the SDK finds it
 * @param configurationSet {@code foyer.mail.ses.configuration-set}; absent: none
 * @param timeout {@code foyer.mail.ses.timeout}: one call
 */
record SesSettings(
        @Nullable URI endpoint,
        @Nullable String region,
        @Nullable String configurationSet,
        Duration timeout) implements FeatureSettings {

    static SesSettings read(Settings settings) {
        var read = new SesSettings(
                settings.address("foyer.mail.ses.endpoint").orElse(null),
                settings.text("foyer.mail.ses.region").orElse(null),
                settings.text("foyer.mail.ses.configuration-set").orElse(null),
                settings.duration(
                        "foyer.mail.ses.timeout",
                        Duration.ofSeconds(8),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(9)));
        settings.refuseWrongOnes();
        return read;
    }
}
