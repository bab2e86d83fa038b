package foyer.media.playback;

import foyer.shared.FeatureSettings;
import foyer.shared.Secret;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Who signs the addresses of pictures, and how long one is good.
 *
 * @param keys {@code foyer.media.token-keys}, as {@code id:base64,id:base64}: the first signs, all verify; none: one that derives from
 *     {@code foyer.secret}
 * @param lifetime {@code foyer.media.token-lifetime}: how long an address is good unless it is renewed
 */
public record PlaybackSettings(List<PlaybackKey> keys, Duration lifetime) implements FeatureSettings {
    private static final String KEYS = "foyer.media.token-keys";

    public static PlaybackSettings read(Settings settings) {
        var local = settings.stage() == Stage.LOCAL;
        var read = new PlaybackSettings(
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
