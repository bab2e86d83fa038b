package foyer.player.assets;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers fetch assets from.
 *
 * @param base {@code foyer.player.assets-base}, the address that stands for this server's root, such as that of a CDN before
 *     it; absent: this server
 */
public record AssetSettings(@Nullable URI base) implements FeatureSettings {
    public static AssetSettings read(Settings settings) {
        var read =
                new AssetSettings(settings.address("foyer.player.assets-base").orElse(null));
        settings.refuseWrongOnes();
        return read;
    }
}
