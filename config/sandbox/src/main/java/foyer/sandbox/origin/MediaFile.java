package foyer.sandbox.origin;

import foyer.sandbox.http.Answer;
import foyer.sandbox.http.Content;
import foyer.sandbox.http.Request;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file on its way to a player: its type, how long it keeps, and the part of it that was asked for. */
final class MediaFile {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    private final String name;
    private final byte[] bytes;
    private final String caching;

    private MediaFile(String name, byte[] bytes, String caching) {
        this.name = name;
        this.bytes = bytes;
        this.caching = caching;
    }

    static MediaFile forever(String name, byte[] bytes) {
        return new MediaFile(name, bytes, "public, max-age=31536000, immutable");
    }

    static MediaFile shortly(String name, byte[] bytes) {
        return new MediaFile(name, bytes, "public, max-age=60");
    }

    static MediaFile never(String name, byte[] bytes) {
        return new MediaFile(name, bytes, "no-cache");
    }

    /** By RFC 9110, 14.2: a range that makes no sense is ignored, one beyond the end is 416. */
    Answer answer(Request request) {
        var asked = request.header("Range").map(RANGE::matcher).filter(range -> range.matches());
        var first = asked.map(range -> range.group(1)).orElse("");
        var last = asked.map(range -> range.group(2)).orElse("");
        if (first.isEmpty() && last.isEmpty()) {
            return whole();
        }
        var length = bytes.length;
        var from = first.isEmpty() ? Math.max(0, length - Long.parseLong(last)) : Long.parseLong(first);
        var to = first.isEmpty() || last.isEmpty() ? length - 1L : Math.min(length - 1L, Long.parseLong(last));
        if (from >= length) {
            return Answer.error(416, "range_not_satisfiable", "The file has " + length + " bytes.")
                    .with("Content-Range", "bytes */" + length);
        }
        return from > to ? whole() : part((int) from, (int) to);
    }

    private Answer whole() {
        return new Answer(200, headers(), Content.of(bytes));
    }

    private Answer part(int from, int to) {
        return new Answer(206, headers(), Content.of(bytes, from, to - from + 1))
                .with("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length);
    }

    private Map<String, String> headers() {
        return Map.of("Content-Type", type(), "Cache-Control", caching, "Accept-Ranges", "bytes");
    }

    private String type() {
        var extension = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(Map.of(
                                "m3u8", "application/vnd.apple.mpegurl",
                                "mp4", "video/mp4",
                                "m4s", "video/iso.segment",
                                "vtt", "text/vtt; charset=utf-8",
                                "jpg", "image/jpeg")
                        .get(extension))
                .orElse("application/octet-stream");
    }
}
