package foyer.media.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Captions as a rendition: cut at the same moments as the picture, so that what is not yet to be seen is not yet to be read. A
 * cue that lasts longer stands in each of its segments (RFC 8216, 3.5).
 *
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
record Captions(List<Cue> cues) {
    static final String FILE = "captions.vtt";
    private static final Pattern TIMES = Pattern.compile(
            "(?:(\\d+):)?(\\d\\d):(\\d\\d)\\.(\\d{3}) +--> +(?:(\\d+):)?(\\d\\d):(\\d\\d)\\.(\\d{3}).*");

    /** In milliseconds; the text has its times and all that follows them. */
    record Cue(long begins, long ends, String text) {}

    /** What ffmpeg wrote; whatever is no cue does not count. */
    static Captions in(Path folder) {
        var text = Disk.at(() -> Files.readString(folder.resolve(FILE)));
        var cues = new ArrayList<Cue>();
        for (var block : text.replace("\r", "").split("\n\n+", -1)) {
            var timed = block.strip()
                    .lines()
                    .dropWhile(line -> !line.contains("-->"))
                    .toList();
            var times = TIMES.matcher(timed.isEmpty() ? "" : timed.get(0));
            if (times.matches()) {
                cues.add(new Cue(millis(times, 1), millis(times, 5), String.join("\n", timed)));
            }
        }
        return new Captions(cues);
    }

    /** Writes the segments and their playlist. */
    void write(Path folder, Duration length) {
        var segment = Encoding.SEGMENT_SECONDS * 1000L;
        var playlist = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:" + Encoding.SEGMENT_SECONDS
                + "\n#EXT-X-PLAYLIST-TYPE:VOD\n");
        for (var begins = 0L; begins < length.toMillis(); begins += segment) {
            var ends = Math.min(begins + segment, length.toMillis());
            var name = "%05d.vtt".formatted(begins / segment);
            var text = segment(begins, ends);
            Disk.at(() -> Files.writeString(folder.resolve(name), text));
            playlist.append(String.format(Locale.ROOT, "#EXTINF:%.3f,\n%s\n", (ends - begins) / 1000.0, name));
        }
        Disk.at(() -> Files.writeString(folder.resolve("index.m3u8"), playlist + "#EXT-X-ENDLIST\n"));
        Disk.remove(folder.resolve(FILE));
    }

    private String segment(long begins, long ends) {
        var text = new StringBuilder("WEBVTT\n");
        cues.stream()
                .filter(cue -> cue.begins() < ends && cue.ends() > begins)
                .forEach(cue -> text.append('\n').append(cue.text()).append('\n'));
        return text.toString();
    }

    private static long millis(Matcher times, int from) {
        var hours = times.group(from) == null ? 0 : Long.parseLong(times.group(from));
        var minutes = hours * 60 + Long.parseLong(times.group(from + 1));
        return (minutes * 60 + Long.parseLong(times.group(from + 2))) * 1000 + Long.parseLong(times.group(from + 3));
    }
}
