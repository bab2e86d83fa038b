package foyer.player.origin;

import foyer.media.delivery.OriginFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Sends a file, or the part of it that was asked for (RFC 9110, 14), to who does not have it yet. Playlists may change, and are asked for anew. */
final class FileAnswer {
    private static final String PLAYLIST = "application/vnd.apple.mpegurl";
    private static final Map<String, String> TYPES = Map.of(
            "m3u8", PLAYLIST,
            "m4s", "video/iso.segment",
            "mp4", "video/mp4",
            "ts", "video/mp2t",
            "vtt", "text/vtt; charset=utf-8",
            "jpg", "image/jpeg",
            "png", "image/png");

    private FileAnswer() {}

    static void write(OriginFile file, HttpServletRequest request, HttpServletResponse answer) throws IOException {
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
        file.content().writeTo(answer.getOutputStream(), range.first(), range.count());
    }

    private static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
