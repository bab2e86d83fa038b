package foyer.shared;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What every feature needs to know of the deployment.
 *
 * @param stage {@code foyer.stage}, production unless said otherwise
 * @param secret {@code foyer.secret}, base64 of 32 bytes or more, the same on every node: what signatures derive from
 * @param publicUrl {@code foyer.public-url}, where viewers reach this deployment; absent: as the request says
 * @param localOrigin {@code foyer.media.local-origin}, the one media origin that may have a private address
 * @param mediaAddress {@code foyer.media.address}, where viewers reach what this deployment delivers, as
 *     {@code https://media.example.com}; absent: it delivers nothing, and events play from wherever they say
 */
public record SharedSettings(
        Stage stage,
        Secret secret,
        @Nullable URI publicUrl,
        @Nullable URI localOrigin,
        @Nullable URI mediaAddress) implements FeatureSettings {

    public static SharedSettings read(Settings settings) {
        var read = new SharedSettings(
                settings.stage(),
                settings.secret("foyer.secret", 32),
                settings.address("foyer.public-url").orElse(null),
                settings.address("foyer.media.local-origin").orElse(null),
                settings.address("foyer.media.address").orElse(null));
        read.ownMedia()
                .filter(address -> !address.getRawPath().isEmpty() || address.getRawQuery() != null)
                .ifPresent(
                        address -> settings.wrong("foyer.media.address", "is more than a scheme, a host and a port."));
        settings.refuseWrongOnes();
        return read;
    }

    public Optional<URI> mediaOrigin() {
        return Optional.ofNullable(localOrigin);
    }

    public Optional<URI> ownMedia() {
        return Optional.ofNullable(mediaAddress);
    }

    /** The origins of media that are trusted, wherever they are, for whoever runs this deployment has named them. */
    public List<URI> trustedMedia() {
        return Stream.of(mediaOrigin(), ownMedia()).flatMap(Optional::stream).toList();
    }
}
