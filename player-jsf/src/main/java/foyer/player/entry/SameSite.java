package foyer.player.entry;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Tells a form that our own page sent from one that another site's page sent in a viewer's name. */
final class SameSite {
    private SameSite() {}

    /**
     * @param fetchSite the header {@code Sec-Fetch-Site}, which pages cannot forge and every browser of today sends over
     *     TLS
     * @param origin the header {@code Origin}; {@code null} in letters where the page's address is a secret
     * @param host as the browser asked for it, with its port
     */
    static boolean sends(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        return origin == null || origin.equals("null") || authority(origin).equalsIgnoreCase(String.valueOf(host));
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException nonsense) {
            return "";
        }
    }
}
