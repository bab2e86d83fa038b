package foyer.media.local;

import foyer.media.rendition.Rendition;
import foyer.media.rendition.ThumbnailTrack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The playlist that names all renditions, with relative addresses only: whoever may fetch it may by the same address fetch
 * what it names (RFC 8216, 4.3.4).
 */
record MasterPlaylist(Source source, List<Rendition> ladder, Path folder) {
    private static final String SOUNDS = "audio";
    private static final String CAPTIONS = "captions";

    String text() {
        var lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"));
        lines.add("#EXT-X-SESSION-DATA:DATA-ID=\"foyer.thumbnails\",VALUE=\"" + ThumbnailTrack.FILE + "\"");
        for (var place = 0; place < source.sounds().size(); place++) {
            lines.add(group("AUDIO", SOUNDS, source.sounds().get(place), place == 0) + ",CHANNELS=\"2\",URI=\""
                    + Encoding.soundFolder(place) + "/index.m3u8\"");
        }
        for (var place = 0; place < source.captions().size(); place++) {
            lines.add(group("SUBTITLES", CAPTIONS, source.captions().get(place), false) + ",FORCED=NO,URI=\""
                    + Encoding.captionsFolder(place) + "/index.m3u8\"");
        }
        var sound = sound();
        for (var rung : ladder) {
            lines.add(variant(rung, sound));
            lines.add(rung.name() + "/index.m3u8");
        }
        return String.join("\n", lines) + "\n";
    }

    private String group(String type, String id, Track track, boolean first) {
        var language = track.language().isEmpty() ? "" : ",LANGUAGE=\"" + track.language() + "\"";
        return String.format(
                Locale.ROOT,
                "#EXT-X-MEDIA:TYPE=%s,GROUP-ID=\"%s\",NAME=\"%s\"%s,DEFAULT=%s,AUTOSELECT=YES",
                type,
                id,
                track.name(),
                language,
                first ? "YES" : "NO");
    }

    private String variant(Rendition rung, MediaPlaylist sound) {
        var picture = MediaPlaylist.in(folder.resolve(rung.name()));
        var codecs = AvcProfile.in(folder.resolve(rung.name()).resolve("init.mp4"));
        var line = String.format(
                Locale.ROOT,
                "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d,FRAME-RATE=%s",
                picture.peak() + sound.peak(),
                picture.average() + sound.average(),
                source.sounds().isEmpty() ? codecs : codecs + ",mp4a.40.2",
                rung.width(),
                rung.height(),
                String.format(Locale.ROOT, "%.3f", source.picturesPerSecond()));
        return line
                + (source.sounds().isEmpty() ? "" : ",AUDIO=\"" + SOUNDS + "\"")
                + (source.captions().isEmpty() ? "" : ",SUBTITLES=\"" + CAPTIONS + "\"");
    }

    /** The loudest of them, so to say; nothing where there is none. */
    private MediaPlaylist sound() {
        return source.sounds().isEmpty()
                ? new MediaPlaylist(List.of(new MediaPlaylist.Segment(1, 0)))
                : MediaPlaylist.in(folder.resolve(Encoding.soundFolder(0)));
    }
}
