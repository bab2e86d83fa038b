package foyer.media.aws;

import java.time.Duration;
import java.util.List;

/** Small pictures for the progress bar, each a file, and the WebVTT file that says which is of which seconds. */
final class Stills {
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final int OFTEN = 4;
    private static final int SELDOM = 10;
    private static final int TENTHS = 10;

    private Stills() {}

    /** Seconds from one to the next. */
    static int every(Duration length) {
        return length.compareTo(LONG) > 0 ? SELDOM : OFTEN;
    }

    /** Seconds from the beginning to where the poster is taken: a tenth of it, and not far. */
    static int posterAt(Duration length) {
        return (int) Math.min(SELDOM, Math.max(1, length.toSeconds() / TENTHS));
    }

    /** @param names of the files, in the order of time */
    static String webVtt(List<String> names, Duration length) {
        var text = new StringBuilder("WEBVTT\n");
        for (var place = 0; place < names.size(); place++) {
            var begins = Duration.ofSeconds((long) place * every(length));
            var ends = begins.plusSeconds(every(length));
            if (begins.compareTo(length) < 0) {
                text.append("\n%s --> %s\n%s\n"
                        .formatted(
                                moment(begins), moment(ends.compareTo(length) > 0 ? length : ends), names.get(place)));
            }
        }
        return text.toString();
    }

    private static String moment(Duration at) {
        return "%02d:%02d:%02d.%03d".formatted(at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }
}
