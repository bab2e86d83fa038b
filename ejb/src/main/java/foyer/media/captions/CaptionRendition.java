package foyer.media.captions;

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
 * @param timeline by which the video's segments count; its gaps are gaps of the captions, too (RFC 8216, 6.2.4)
 * @param partSeconds how long each part is
 */
public record CaptionRendition(WebVtt captions, Duration length, MediaTimeline timeline, int partSeconds) {
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
        var stretches = timeline.stretches();
        if (stretches.isEmpty()) {
            write(captions, 0, length.toMillis(), "", files, playlist);
        }
        for (var place = 0; place < stretches.size(); place++) {
            var stretch = stretches.get(place);
            var last = place + 1 == stretches.size();
            var begins = stretch.begins().toMillis();
            var ends = (last ? length : stretches.get(place + 1).begins()).toMillis();
            playlist.append(place == 0 ? "" : "#EXT-X-DISCONTINUITY\n");
            // A cue that lasts over a gap is two, for a player may place them a millisecond apart.
            var there = captions.between(begins, last ? Long.MAX_VALUE : ends);
            write(there, begins, ends, map(stretch), files, playlist);
        }
        files.put(PLAYLIST, playlist + "#EXT-X-ENDLIST\n");
        return files;
    }

    private void write(
            WebVtt there, long from, long until, String head, Map<String, String> files, StringBuilder playlist) {
        var part = partSeconds * 1000L;
        for (var begins = from; begins < until; begins += part) {
            var ends = Math.min(begins + part, until);
            var name = String.format(Locale.ROOT, "%05d.vtt", files.size());
            files.put(name, there.part(begins, ends, head));
            playlist.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n%s\n", (ends - begins) / 1000.0, name));
        }
    }

    private static String map(MediaTimeline.Stretch stretch) {
        return "X-TIMESTAMP-MAP=LOCAL:" + WebVtt.timestamp(stretch.begins().toMillis()) + ",MPEGTS:"
                + stretch.timestamp() + "\n";
    }
}
