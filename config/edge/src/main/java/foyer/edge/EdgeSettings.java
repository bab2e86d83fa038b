package foyer.edge;

import foyer.shared.FeatureSettings;
import foyer.shared.Settings;
import foyer.shared.Stage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How requests reach this deployment.
 *
 * @param stage plain HTTP is served in the local stage only
 * @param trustedProxies {@code foyer.http.trusted-proxies}, CIDR ranges whose {@code X-Forwarded-*} headers are believed
 * @param publicUrl {@code foyer.public-url}; where it is absent, addresses are made of the request's own host
 */
record EdgeSettings(
        Stage stage,
        List<AddressRange> trustedProxies,
        @Nullable URI publicUrl) implements FeatureSettings {
    private static final String PROXIES = "foyer.http.trusted-proxies";

    public EdgeSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }

    static EdgeSettings read(Settings settings) {
        var proxies = new ArrayList<AddressRange>();
        for (var range : settings.list(PROXIES)) {
            try {
                proxies.add(AddressRange.parse(range));
            } catch (IllegalArgumentException refused) {
                settings.wrong(PROXIES, "is not a list of CIDR ranges such as 10.0.0.0/8.");
            }
        }
        var read = new EdgeSettings(
                settings.stage(), proxies, settings.address("foyer.public-url").orElse(null));
        settings.refuseWrongOnes();
        return read;
    }

    boolean trusts(String address) {
        // No stream: every request asks this twice, and mostly of no range.
        for (var range : trustedProxies) {
            if (range.contains(address)) {
                return true;
            }
        }
        return false;
    }

    Optional<URI> publicAddress() {
        return Optional.ofNullable(publicUrl);
    }
}
