package foyer.media;

import foyer.shared.FeatureSettings;
import foyer.shared.Secret;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where media are delivered, and how long an address is good.
 *
 * @param directory {@code foyer.media.directory}, the folder that this machine delivers from; absent: another one does
 * @param keys {@code foyer.media.token-keys}, as {@code id:base64,id:base64}: the first signs, all verify; none: one that derives from
 *     {@code foyer.secret}
 * @param lifetime {@code foyer.media.token-lifetime}: how long an address is good unless it is renewed
 */
public record PlaybackSettings(@Nullable Path directory, List<PlaybackKey> keys, Duration lifetime)
        implements FeatureSettings {
    private static final String KEYS = "foyer.media.token-keys";

    public static PlaybackSettings read(Settings settings) {
        var local = settings.stage() == Stage.LOCAL;
        var read = new PlaybackSettings(
                settings.text("foyer.media.directory")
                        .map(written -> folder(settings, written))
                        .orElse(null),
                settings.list(KEYS).stream()
                        .flatMap(written -> key(settings, written).stream())
                        .toList(),
                // Screens ask for another one by heartbeats, of which two may get lost within the shortest.
                settings.duration(
                        "foyer.media.token-lifetime",
                        Duration.ofMinutes(5),
                        local ? Duration.ofSeconds(2) : Duration.ofMinutes(1),
                        Duration.ofHours(12)));
        if (read.keys.stream().map(PlaybackKey::id).distinct().count() < read.keys.size()) {
            settings.wrong(KEYS, "names one key twice.");
        }
        settings.refuseWrongOnes();
        return read;
    }

    /** Empty where another machine delivers. */
    public Optional<Path> folder() {
        return Optional.ofNullable(directory);
    }

    private static @Nullable Path folder(Settings settings, String written) {
        try {
            return Path.of(written).toAbsolutePath().normalize();
        } catch (InvalidPathException refused) {
            settings.wrong("foyer.media.directory", "is no folder's path.");
            return null;
        }
    }

    private static Optional<PlaybackKey> key(Settings settings, String written) {
        var colon = written.indexOf(':');
        try {
            return Optional.of(new PlaybackKey(
                    written.substring(0, Math.max(colon, 0)),
                    new Secret(Base64.getDecoder().decode(written.substring(colon + 1)))));
        } catch (IllegalArgumentException refused) {
            settings.wrong(KEYS, "is not id:base64, with ids of 1 to 16 letters, digits, _ or - and 32 or more bytes.");
            return Optional.empty();
        }
    }
}
