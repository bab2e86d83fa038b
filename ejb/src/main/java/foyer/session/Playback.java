package foyer.session;

import java.time.Instant;
import java.util.Map;

/**
 * Where the picture comes from, for one viewer.
 *
 * @param url of the manifest
 * @param expiresAt until when it is good unless it is renewed
 */
public record Playback(String url, Instant expiresAt) {
    /** By the API's names. */
    public Map<String, Object> view() {
        return Map.of("url", url, "expiresAt", expiresAt.toString());
    }

    /** Without the address, which carries the right to watch: this may end up in a log. */
    @Override
    public String toString() {
        return "Playback[until " + expiresAt + "]";
    }
}
