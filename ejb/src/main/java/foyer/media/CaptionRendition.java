package foyer.media;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Captions as files that play: cut in parts, so that what is not yet to be seen is not yet to be read (RFC 8216, 3.5).
 *
 * @param length of the video
 * @param partSeconds how long each part is
 */
public record CaptionRendition(WebVtt captions, Duration length, int partSeconds) {
    public static final String PLAYLIST = "index.m3u8";

    /** A folder of its own for each text, so that nobody is given parts of another one from a cache. */
    public static String folder(CaptionTrack track, WebVtt captions) {
        var text = track.label() + captions.part(0, Long.MAX_VALUE);
        var mark = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return "captions-" + track.language().toLowerCase(Locale.ROOT) + "-" + mark;
    }

    /** The texts of all files by their names; the playlist comes last. */
    public Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        var playlist = new StringBuilder(
                "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:" + partSeconds + "\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        var part = partSeconds * 1000L;
        for (var begins = 0L; begins < length.toMillis(); begins += part) {
            var ends = Math.min(begins + part, length.toMillis());
            var name = "%05d.vtt".formatted(begins / part);
            files.put(name, captions.part(begins, ends));
            playlist.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n%s\n", (ends - begins) / 1000.0, name));
        }
        files.put(PLAYLIST, playlist + "#EXT-X-ENDLIST\n");
        return files;
    }
}
