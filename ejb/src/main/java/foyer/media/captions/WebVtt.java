package foyer.media.captions;

import foyer.shared.Utf8;
import foyer.shared.ValidationFailed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Captions: what is to be read, and when.
 *
 * @param cues in the order in which they begin
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
public record WebVtt(List<Cue> cues) {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 2_000_000;

    /** A cue stands in each part of the video that it lasts; all of them together have so many characters at most. */
    private static final long MOST_CHARACTERS = 20_000_000;

    /** No library has shorter parts. */
    private static final long PART_MILLIS = 1_000;

    /** In milliseconds from the beginning of the video; the text has its times, its settings and all that follows them. */
    public record Cue(long begins, long ends, String text) {
        private static final Pattern TIMES = Pattern.compile("^\\S+\\s+-->\\s+\\S+");

        private long charactersWithin(long length) {
            var lasts = Math.max(0, Math.min(ends, length) - begins);
            return (lasts / PART_MILLIS + 2) * text.length();
        }

        /** What of it lies between. */
        Cue between(long from, long until) {
            if (begins >= from && ends <= until) {
                return this;
            }
            var first = Math.max(begins, from);
            var last = Math.min(ends, until);
            return new Cue(first, last, TIMES.matcher(text).replaceFirst(timestamp(first) + " --> " + timestamp(last)));
        }
    }

    public WebVtt {
        cues = List.copyOf(cues);
    }

    /**
     * What somebody wrote for a video of this length. Notes, styles and regions are left out. Fails with {@link ValidationFailed}, which
     * names the lines that are wrong.
     */
    public static WebVtt read(byte[] utf8, Duration length) {
        return new WebVttReading(decoded(utf8), length).captions();
    }

    /** Whether too much is to be read at once, for too long, to be cut into the parts of a video of this length. */
    public boolean isTooMuchFor(Duration length) {
        return cues.stream()
                        .mapToLong(cue -> cue.charactersWithin(length.toMillis()))
                        .sum()
                > MOST_CHARACTERS;
    }

    /** What there is to read in a part of the video, as a file of its own; a cue that lasts longer stands in each of its parts. */
    String part(long begins, long ends) {
        return part(begins, ends, "");
    }

    /** @param head lines that follow the first, as {@code X-TIMESTAMP-MAP} does (RFC 8216, 3.5) */
    String part(long begins, long ends, String head) {
        var text = new StringBuilder("WEBVTT\n").append(head);
        cues.stream()
                .filter(cue -> cue.begins() < ends && cue.ends() > begins)
                .forEach(cue -> text.append('\n').append(cue.text()).append('\n'));
        return text.toString();
    }

    /** As it is written in a file: {@code 01:02:03.450}. */
    static String timestamp(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }

    /** The same, without what lies before or behind these moments. */
    WebVtt between(long from, long until) {
        return new WebVtt(cues.stream()
                .filter(cue -> cue.begins() < until && cue.ends() > from)
                .map(cue -> cue.between(from, until))
                .toList());
    }

    private static String decoded(byte[] utf8) {
        return Utf8.read(utf8).orElseThrow(() -> new ValidationFailed("captions", "invalid", "This is not UTF-8."));
    }
}
