package foyer.sandbox.stripe.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where notices go.
 *
 * @param secrets each signs; two while one is being rolled
 * @param types of events it wants to hear of; {@code *} for all
 */
public record Endpoint(URI address, List<String> secrets, List<String> types) {
    /** Empty where it is no address that a notice can be sent to. */
    public static Optional<URI> address(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null && Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException broken) {
            return Optional.empty();
        }
    }

    boolean wants(String type) {
        return types.contains("*") || types.contains(type);
    }
}
