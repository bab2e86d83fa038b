package foyer.media.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Small pictures for the progress bar, a hundred to a sheet, and the WebVTT file that says which is of which seconds.
 *
 * @param every seconds from one to the next, a multiple of a segment's
 */
record Thumbnails(Rendition largest, Duration length, int every) {
    /** What the manifest names to players, and they find beside it. */
    static final String FILE = "thumbnails.vtt";

    private static final int WIDTH = 160;
    private static final int A_SIDE = 10;
    private static final Duration LONG = Duration.ofMinutes(20);

    Thumbnails(Rendition largest, Duration length) {
        this(largest, length, length.compareTo(LONG) > 0 ? 10 : 4);
    }

    /** Of the keyframes of a rendition that was made, of which there is one each segment, so that all of it is quick. */
    List<String> command(String ffmpeg, Path rendition, Path folder) {
        var command = new ArrayList<>(List.of("nice", "-n", "10", ffmpeg, "-v", "error", "-nostdin"));
        command.addAll(List.of("-progress", "pipe:1", "-threads", "1", "-skip_frame", "nokey"));
        command.addAll(List.of("-i", rendition.resolve("index.m3u8").toString(), "-map", "0:v", "-vf"));
        command.add("select='not(mod(n,%d))',scale=%d:%d,setsar=1,tile=%dx%d,setpts=N/TB"
                .formatted(every / Encoding.SEGMENT_SECONDS, WIDTH, height(), A_SIDE, A_SIDE));
        // A sheet a second, as far as ffmpeg can tell: or else it would repeat each of them for as long as it lasts.
        command.addAll(List.of("-r", "1", "-map_metadata", "-1", "-frames:v", Integer.toString(sheets()), "-q:v", "5"));
        command.add(folder.resolve("sprite-%03d.jpg").toString());
        return command;
    }

    String webVtt() {
        var text = new StringBuilder("WEBVTT\n");
        for (var picture = 0; picture < pictures(); picture++) {
            var begins = Duration.ofSeconds((long) picture * every);
            var ends = begins.plusSeconds(every);
            var onSheet = picture % (A_SIDE * A_SIDE);
            text.append("\n%s --> %s\n".formatted(moment(begins), moment(ends.compareTo(length) > 0 ? length : ends)));
            text.append("sprite-%03d.jpg#xywh=%d,%d,%d,%d\n"
                    .formatted(
                            picture / (A_SIDE * A_SIDE) + 1,
                            onSheet % A_SIDE * WIDTH,
                            onSheet / A_SIDE * height(),
                            WIDTH,
                            height()));
        }
        return text.toString();
    }

    private int height() {
        return Math.max(2, WIDTH * largest.height() / largest.width() / 2 * 2);
    }

    private int pictures() {
        return (int) Math.max(1, (length.toMillis() + every * 1000L - 1) / (every * 1000L));
    }

    private int sheets() {
        return (pictures() + A_SIDE * A_SIDE - 1) / (A_SIDE * A_SIDE);
    }

    private static String moment(Duration at) {
        return "%02d:%02d:%02d.%03d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }
}
