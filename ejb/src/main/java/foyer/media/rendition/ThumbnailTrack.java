package foyer.media.rendition;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Small pictures for the progress bar, and the WebVTT file that says which is of which seconds.
 *
 * @param length of the recording
 */
public record ThumbnailTrack(Duration length) {
    /** Its name, beside the manifest. */
    public static final String FILE = "thumbnails.vtt";

    private static final Duration LONG = Duration.ofMinutes(20);
    private static final int OFTEN = 4;
    private static final int SELDOM = 10;

    /** Seconds from one picture to the next. */
    public int every() {
        return length.compareTo(LONG) > 0 ? SELDOM : OFTEN;
    }

    /** How many there are; one at least. */
    public int pictures() {
        var step = Duration.ofSeconds(every());
        return (int) Math.max(1, length.plus(step).minusMillis(1).dividedBy(step));
    }

    /** @param pictures their addresses beside it, in the order of time; those after the end are left out */
    public String webVtt(List<String> pictures) {
        var text = new StringBuilder("WEBVTT\n");
        for (var place = 0; place < Math.min(pictures.size(), pictures()); place++) {
            var begins = Duration.ofSeconds((long) place * every());
            var ends = begins.plusSeconds(every());
            text.append(String.format(
                    Locale.ROOT,
                    "\n%s --> %s\n%s\n",
                    moment(begins),
                    moment(ends.compareTo(length) > 0 ? length : ends),
                    pictures.get(place)));
        }
        return text.toString();
    }

    private static String moment(Duration at) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                at.toHours(),
                at.toMinutesPart(),
                at.toSecondsPart(),
                at.toMillisPart());
    }
}
