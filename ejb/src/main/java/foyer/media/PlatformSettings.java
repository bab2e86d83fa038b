package foyer.media;

import foyer.shared.FeatureSettings;
import foyer.shared.Fields;
import foyer.shared.Settings;
import java.util.Arrays;
import java.util.Optional;

/**
 * On what pictures are made.
 *
 * @param platform {@code foyer.media.platform}: local or aws
 */
public record PlatformSettings(MediaPlatform platform) implements FeatureSettings {
    private static final String PLATFORM = "foyer.media.platform";

    public static PlatformSettings read(Settings settings) {
        var read = new PlatformSettings(chosen(settings));
        settings.text(PLATFORM)
                .filter(name -> named(name).isEmpty())
                .ifPresent(other -> settings.wrong(PLATFORM, "is not local or aws."));
        settings.refuseWrongOnes();
        return read;
    }

    /** The platform that the settings name, without complaint: for the platforms' own settings. */
    public static MediaPlatform chosen(Settings settings) {
        return settings.text(PLATFORM).flatMap(PlatformSettings::named).orElse(MediaPlatform.LOCAL);
    }

    private static Optional<MediaPlatform> named(String name) {
        return Arrays.stream(MediaPlatform.values())
                .filter(platform -> Fields.wireName(platform).equals(name))
                .findFirst();
    }
}
