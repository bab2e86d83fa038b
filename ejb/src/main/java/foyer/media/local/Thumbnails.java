package foyer.media.local;

import foyer.media.rendition.Rendition;
import foyer.media.rendition.ThumbnailTrack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Small pictures for the progress bar, a hundred to a sheet.
 *
 * @param track at times that are multiples of a segment's
 */
record Thumbnails(Rendition largest, ThumbnailTrack track) {
    private static final int WIDTH = 160;
    private static final int A_SIDE = 10;

    Thumbnails(Rendition largest, Duration length) {
        this(largest, new ThumbnailTrack(length));
    }

    /** Of the keyframes of a rendition that was made, of which there is one each segment, so that all of it is quick. */
    List<String> command(String ffmpeg, Path rendition, Path folder) {
        var command = new ArrayList<>(List.of("nice", "-n", "10", ffmpeg, "-v", "error", "-nostdin"));
        command.addAll(List.of("-progress", "pipe:1", "-threads", "1", "-skip_frame", "nokey"));
        command.addAll(List.of("-i", rendition.resolve("index.m3u8").toString(), "-map", "0:v", "-vf"));
        command.add(String.format(
                Locale.ROOT,
                "select='not(mod(n,%d))',scale=%d:%d,setsar=1,tile=%dx%d,setpts=N/TB",
                track.every() / Encoding.SEGMENT_SECONDS,
                WIDTH,
                height(),
                A_SIDE,
                A_SIDE));
        // A sheet a second, as far as ffmpeg can tell: or else it would repeat each of them for as long as it lasts.
        command.addAll(List.of("-r", "1", "-map_metadata", "-1", "-frames:v", Integer.toString(sheets()), "-q:v", "5"));
        command.add(folder.resolve("sprite-%03d.jpg").toString());
        return command;
    }

    String webVtt() {
        return track.webVtt(
                IntStream.range(0, track.pictures()).mapToObj(this::place).toList());
    }

    private String place(int picture) {
        var onSheet = picture % (A_SIDE * A_SIDE);
        return String.format(
                Locale.ROOT,
                "sprite-%03d.jpg#xywh=%d,%d,%d,%d",
                picture / (A_SIDE * A_SIDE) + 1,
                onSheet % A_SIDE * WIDTH,
                onSheet / A_SIDE * height(),
                WIDTH,
                height());
    }

    private int height() {
        return Math.max(2, WIDTH * largest.height() / largest.width() / 2 * 2);
    }

    private int sheets() {
        return (track.pictures() + A_SIDE * A_SIDE - 1) / (A_SIDE * A_SIDE);
    }
}
