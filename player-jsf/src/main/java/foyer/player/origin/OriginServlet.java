package foyer.player.origin;

import foyer.edge.ErrorAnswer;
import foyer.media.Delivering;
import foyer.media.OriginFile;
import foyer.shared.CurrentRequest;
import foyer.shared.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * Answers {@code /t/{token}/…}: the files of a picture, to whoever has the right to them, on pages of any origin. Playlists may
 * change, so that they are asked for anew; all other files are what they are.
 */
public class OriginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String MOUNT = "/t";
    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final int BUFFER = 64 * 1024;
    private static final Map<String, String> TYPES = Map.of(
            "m3u8", PLAYLIST,
            "m4s", "video/iso.segment",
            "mp4", "video/mp4",
            "ts", "video/mp2t",
            "vtt", "text/vtt; charset=utf-8",
            "jpg", "image/jpeg",
            "png", "image/png");

    private final transient Delivering delivering;
    private final transient Clock clock;

    @Inject
    OriginServlet(Delivering delivering, Clock clock) {
        this.delivering = delivering;
        this.clock = clock;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse answer) {
        open(answer);
        answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        answer.setHeader("Access-Control-Allow-Headers", "Range, If-None-Match");
        answer.setHeader("Access-Control-Max-Age", "600");
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        doGet(request, answer);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        open(answer);
        try {
            // As it was sent: what is decoded could lead elsewhere.
            var below =
                    request.getRequestURI().substring(request.getContextPath().length() + MOUNT.length());
            deliver(delivering.deliver(below), request, answer);
        } catch (Problem refused) {
            answer.setHeader("Cache-Control", "no-store");
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }

    private static void deliver(OriginFile file, HttpServletRequest request, HttpServletResponse answer)
            throws IOException {
        var type = TYPES.getOrDefault(extension(file.name()), "application/octet-stream");
        var tag = "\"" + Long.toString(file.modifiedAt().toEpochMilli(), Character.MAX_RADIX) + "-"
                + Long.toString(file.length(), Character.MAX_RADIX) + "\"";
        answer.setHeader("ETag", tag);
        answer.setHeader(
                "Cache-Control", type.equals(PLAYLIST) ? "private, no-cache" : "private, max-age=86400, immutable");
        answer.setHeader("Accept-Ranges", "bytes");
        answer.setContentType(type);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            answer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var range = ByteRange.of(request.getHeader("Range"), file.length());
        if (range.isEmpty()) {
            answer.setHeader("Content-Range", "bytes */" + file.length());
            answer.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        send(file, range.get(), request, answer);
    }

    private static void send(OriginFile file, ByteRange range, HttpServletRequest request, HttpServletResponse answer)
            throws IOException {
        if (range.partOf(file.length())) {
            answer.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            answer.setHeader("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.length());
        }
        answer.setContentLengthLong(range.count());
        if ("HEAD".equals(request.getMethod())) {
            return;
        }
        answer.setBufferSize(BUFFER);
        file.content().writeTo(answer.getOutputStream(), range.first(), range.count());
    }

    /** Any page may play it: the right to it is in the address. */
    private static void open(HttpServletResponse answer) {
        answer.setHeader("Access-Control-Allow-Origin", "*");
        answer.setHeader("Access-Control-Expose-Headers", "Content-Length, Content-Range, Date, Retry-After");
        answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        answer.setHeader("Timing-Allow-Origin", "*");
        // The address is a secret: where the picture leads to, if anywhere, is not to know it.
        answer.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
