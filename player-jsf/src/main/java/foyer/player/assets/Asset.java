package foyer.player.assets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** One form of one asset, ready to be sent. */
final class Asset {
    private final Encoding encoding;
    private final byte[] content;

    /** Takes the bytes over. */
    Asset(Encoding encoding, byte[] content) {
        this.encoding = encoding;
        this.content = content;
    }

    Encoding encoding() {
        return encoding;
    }

    /**
     * Answers with it, or that the browser has it already.
     *
     * @param path decides on the type
     * @param tag tells its content from others at the same address; the form is added
     * @param kept for how long, as {@code Cache-Control} says it
     */
    void send(HttpServletRequest request, HttpServletResponse response, String path, String tag, String kept)
            throws IOException {
        // Modules are fetched in CORS mode, and from another origin when a CDN stands before this server.
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cache-Control", kept);
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Content-Type-Options", "nosniff");
        var tagged = "\"" + tag + encoding.token() + "\"";
        response.setHeader("ETag", tagged);
        if (tagged.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        if (encoding != Encoding.PLAIN) {
            response.setHeader("Content-Encoding", encoding.token());
        }
        response.setContentType(MediaType.of(path));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
