package foyer.player;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the page's headers allow it, and whom they allow to frame it.
 *
 * @param media the origins of media that the settings name, which may lack https in the local stage
 * @param assetsOrigin where modules and styles come from, if not from this server
 * @param formsLead where forms may lead beside this server
 */
record HeaderPolicy(List<String> media, Optional<String> assetsOrigin, Optional<String> formsLead) {
    private static final String FEATURES = String.join(
            ", ",
            "accelerometer=()",
            "camera=()",
            "display-capture=()",
            "geolocation=()",
            "gyroscope=()",
            "magnetometer=()",
            "microphone=()",
            "midi=()",
            "payment=()",
            "serial=()",
            "usb=()");

    /**
     * @param framers the origins that may frame the page beside our own
     * @param nonce admits the styles that the elements of the player write
     * @param secretAddress whether the address itself is a secret, which no other site may learn
     */
    Map<String, String> headers(List<String> framers, String nonce, boolean secretAddress) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", contentSecurity(framers, nonce));
        headers.put("Referrer-Policy", secretAddress ? "no-referrer" : "strict-origin-when-cross-origin");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Permissions-Policy", FEATURES);
        // Each answer has its own nonce and the server's time.
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept-Language");
        return headers;
    }

    private String contentSecurity(List<String> framers, String nonce) {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src " + sources("'self'", assetsOrigin),
                "style-src " + sources("'self'", assetsOrigin) + " 'nonce-" + nonce + "'",
                // The page's icon is an address of data: a file of its own would be thrice as much.
                "img-src " + sources(sources("'self' data: https:", media), assetsOrigin),
                // The engine adds caption tracks whose empty beginning is a data address.
                "media-src " + sources("'self' blob: data: https:", media),
                "connect-src " + sources("'self' https:", media),
                // The engine makes its worker of its own code.
                "worker-src blob:",
                "base-uri 'none'",
                "form-action " + sources("'self'", formsLead),
                "frame-ancestors " + sources("'self'", framers));
    }

    private static String sources(String always, Optional<String> more) {
        return sources(always, more.stream().toList());
    }

    private static String sources(String always, List<String> more) {
        return more.isEmpty() ? always : always + " " + String.join(" ", more);
    }
}
