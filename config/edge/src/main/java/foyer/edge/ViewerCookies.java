package foyer.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The cookie by which the page knows a returning viewer: one for an event, kept apart for each partner's page that the
 * player is part of (CHIPS), and out of reach of scripts. It lets its holder read how far they have come, and no more.
 */
public final class ViewerCookies {
    private static final String PREFIX = "__Host-foyer-";

    private ViewerCookies() {}

    /** The header that sets it. */
    public static String setting(String eventId, String value, Duration lifetime) {
        return PREFIX + eventId + "=" + value + "; Path=/; Max-Age=" + lifetime.toSeconds()
                + "; Secure; HttpOnly; SameSite=None; Partitioned";
    }

    /** The header that has a browser forget it. */
    public static String clearing(String eventId) {
        return setting(eventId, "", Duration.ZERO);
    }

    /** What a browser kept for this event; null: nothing. */
    public static @Nullable String of(String eventId, HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return null;
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(PREFIX + eventId)) {
                return cookie.getValue();
            }
        }
        return null;
    }
}
