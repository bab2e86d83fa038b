package foyer.edge;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A returning viewer's session token, one cookie for each event. It lets the page and the flow be read and nothing be
 * changed: for that the token is sent in a header, which no other site can make a browser do. It is partitioned (CHIPS), so
 * that it comes back from a partner's iframe where third-party cookies are blocked, and from that partner's site alone.
 */
public final class ViewerCookie {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]{1,2000}");

    private ViewerCookie() {}

    /** The token as it was sent; nothing of it is believed yet. */
    public static Optional<String> read(HttpServletRequest request, String eventId) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name(eventId)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    public static void write(HttpServletResponse response, String eventId, String token, Duration lifetime) {
        if (!PLAIN.matcher(token).matches()) {
            throw new IllegalArgumentException("A token has nothing that a cookie would have to quote.");
        }
        // Written by hand: the container writes Partitioned with a value, which it has not.
        response.addHeader(
                "Set-Cookie",
                name(eventId) + "=" + token + "; Path=/; Max-Age=" + Math.max(0, lifetime.toSeconds())
                        + "; Secure; HttpOnly; SameSite=None; Partitioned");
    }

    private static String name(String eventId) {
        return "__Host-foyer-" + eventId;
    }
}
