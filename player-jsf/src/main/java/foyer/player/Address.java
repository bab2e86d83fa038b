package foyer.player;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page's address says beside the event.
 *
 * @param autoplay whether to begin without being asked to
 * @param way the panel to turn to
 * @param linkToken of a letter's link
 */
record Address(
        boolean autoplay, @Nullable String way, @Nullable String linkToken) {
    private static final List<String> YES = List.of("1", "true");

    static Address of(HttpServletRequest request) {
        return new Address(
                // What is a background to others plays by itself.
                YES.contains(String.valueOf(request.getParameter("autoplay")))
                        || YES.contains(String.valueOf(request.getParameter("background"))),
                request.getParameter("way"),
                request.getParameter("k"));
    }

    /** What follows the slash, as it was sent: an address with a path parameter or an escape is not one of ours. */
    static String asked(HttpServletRequest request) {
        var prefix = request.getContextPath() + request.getServletPath() + "/";
        var address = request.getRequestURI();
        return address.startsWith(prefix) ? address.substring(prefix.length()) : "";
    }
}
