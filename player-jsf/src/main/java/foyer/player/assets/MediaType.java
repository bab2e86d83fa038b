package foyer.player.assets;

import java.util.Locale;
import java.util.Map;

/** What kind of content an asset's name promises. */
final class MediaType {
    private static final Map<String, String> BY_EXTENSION = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "png", "image/png",
            "json", "application/json",
            "ts", "text/plain; charset=utf-8",
            "vtt", "text/vtt; charset=utf-8");

    private MediaType() {}

    /** Plain text for an unknown name, such as LICENSE: it is shown, never run. */
    static String of(String path) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return BY_EXTENSION.getOrDefault(extension, "text/plain; charset=utf-8");
    }
}
