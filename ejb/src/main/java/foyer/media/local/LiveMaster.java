package foyer.media.local;

import foyer.media.rendition.Rendition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The playlist that names the renditions of a live picture. It is there once each has a segment, and stays as it is: what it says holds
 * for all feeds, for they are made alike.
 *
 * @param folder where each rendition has a folder of its own
 * @param first of the feeds
 */
record LiveMaster(LiveLadder ladder, Path folder, String first) {
    private static final int SOUND_BITS = 140_000;

    String text() {
        var lines = new ArrayList<>(List.of("#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-INDEPENDENT-SEGMENTS"));
        lines.add(
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"Audio 1\",DEFAULT=YES,AUTOSELECT=YES,CHANNELS=\"2\",URI=\""
                        + LiveLadder.SOUND + "/index.m3u8\"");
        for (var rung : ladder.rungs()) {
            var codec = AvcProfile.in(folder.resolve(rung.name()).resolve(first).resolve(Feed.INITIALIZATION));
            lines.add(String.format(
                    Locale.ROOT,
                    "#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s,mp4a.40.2\",RESOLUTION=%dx%d,AUDIO=\"audio\"",
                    peak(rung),
                    rung.kilobits() * 1_000 + SOUND_BITS,
                    codec,
                    rung.width(),
                    rung.height()));
            lines.add(rung.name() + "/index.m3u8");
        }
        return String.join("\n", lines) + "\n";
    }

    // A segment may have what the encoder's buffer holds, which is a second's worth, on top of its own two.
    private static int peak(Rendition rung) {
        return rung.kilobits() * 1_500 + SOUND_BITS;
    }
}
