package foyer.media.local;

import foyer.media.CannotMake;
import foyer.media.captions.CaptionRendition;
import foyer.media.captions.MediaTimeline;
import foyer.media.captions.WebVtt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions that were in a file, as ffmpeg wrote them, as a rendition: cut at the same moments as the picture, so that what is not
 * yet to be seen is not yet to be read. A cue that lasts longer stands in each of its segments (RFC 8216, 3.5).
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
record Captions(WebVtt webVtt) {
    static final String FILE = "captions.vtt";
    /** In bytes: what a conference of many hours takes where each word is a cue. */
    static final int LARGEST = 10_000_000;

    private static final Pattern TIMES = Pattern.compile(
            "(?:(\\d+):)?(\\d\\d):(\\d\\d)\\.(\\d{3}) +--> +(?:(\\d+):)?(\\d\\d):(\\d\\d)\\.(\\d{3}).*");

    /** What ffmpeg wrote; whatever is no cue does not count. Fails with {@link CannotMake} where it is more than is read. */
    static Captions in(Path folder) {
        var file = folder.resolve(FILE);
        if (Disk.at(() -> Files.size(file)) > LARGEST) {
            throw tooMuch();
        }
        var text = Disk.at(() -> Files.readString(file));
        var cues = new ArrayList<WebVtt.Cue>();
        for (var block : text.replace("\r", "").split("\n\n+", -1)) {
            var timed = block.strip()
                    .lines()
                    .dropWhile(line -> !line.contains("-->"))
                    .toList();
            var times = TIMES.matcher(timed.isEmpty() ? "" : timed.get(0));
            if (times.matches()) {
                cues.add(new WebVtt.Cue(millis(times, 1), millis(times, 5), String.join("\n", timed)));
            }
        }
        return new Captions(new WebVtt(cues));
    }

    /** Writes the segments and their playlist. Fails with {@link CannotMake} where too much is to be read for too long. */
    void write(Path folder, Duration length) {
        if (webVtt.isTooMuchFor(length)) {
            throw tooMuch();
        }
        write(folder, new CaptionRendition(webVtt, length, MediaTimeline.FROM_ZERO, Encoding.SEGMENT_SECONDS));
        Disk.remove(folder.resolve(FILE));
    }

    static void write(Path folder, CaptionRendition rendition) {
        rendition.files().forEach((name, text) -> Disk.at(() -> Files.writeString(folder.resolve(name), text)));
    }

    private static CannotMake tooMuch() {
        return CannotMake.ever(
                "There is more to read in this file's captions than can be shown. Send it without them, and captions by themselves once it plays.");
    }

    private static long millis(Matcher times, int from) {
        var hours = times.group(from) == null ? 0 : Long.parseLong(times.group(from));
        var minutes = hours * 60 + Long.parseLong(times.group(from + 1));
        return (minutes * 60 + Long.parseLong(times.group(from + 2))) * 1000 + Long.parseLong(times.group(from + 3));
    }
}
