package foyer.shared;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What every feature needs to know of the deployment.
 *
 * @param stage {@code foyer.stage}, production unless said otherwise
 * @param secret {@code foyer.secret}, base64 of 32 bytes or more, the same on every node: what signatures derive from
 * @param publicUrl {@code foyer.public-url}, where viewers reach this deployment; absent: as the request says
 * @param localOrigin {@code foyer.media.local-origin}, the one media origin that may have a private address
 */
public record SharedSettings(
        Stage stage,
        Secret secret,
        @Nullable URI publicUrl,
        @Nullable URI localOrigin) implements FeatureSettings {

    public static SharedSettings read(Settings settings) {
        var read = new SharedSettings(
                settings.stage(),
                settings.secret("foyer.secret", 32),
                settings.address("foyer.public-url").orElse(null),
                settings.address("foyer.media.local-origin").orElse(null));
        settings.refuseWrongOnes();
        return read;
    }

    public Optional<URI> mediaOrigin() {
        return Optional.ofNullable(localOrigin);
    }
}
