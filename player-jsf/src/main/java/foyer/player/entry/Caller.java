package foyer.player.entry;

import org.jspecify.annotations.Nullable;

/**
 * Who posts a form.
 *
 * @param address in the network
 * @param fetchSite the header {@code Sec-Fetch-Site}
 * @param origin the header {@code Origin}
 * @param host the header {@code Host}
 */
public record Caller(
        String address,
        @Nullable String fetchSite,
        @Nullable String origin,
        @Nullable String host) {

    boolean ourPage() {
        return SameSite.sends(fetchSite, origin, host);
    }
}
