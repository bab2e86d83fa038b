package foyer.media;

import foyer.shared.ValidationFailed;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Captions: what is to be read, and when.
 *
 * @param cues in the order in which they begin
 * @see <a href="https://www.w3.org/TR/webvtt1/">WebVTT</a>
 */
public record WebVtt(List<Cue> cues) {
    /** The largest file that is read, in bytes. */
    public static final int LARGEST = 2_000_000;

    /** In milliseconds from the beginning of the video; the text has its times, its settings and all that follows them. */
    public record Cue(long begins, long ends, String text) {}

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

    /** What there is to read in a part of the video, as a file of its own; a cue that lasts longer stands in each of its parts. */
    String part(long begins, long ends) {
        var text = new StringBuilder("WEBVTT\n");
        cues.stream()
                .filter(cue -> cue.begins() < ends && cue.ends() > begins)
                .forEach(cue -> text.append('\n').append(cue.text()).append('\n'));
        return text.toString();
    }

    private static String decoded(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new ValidationFailed("captions", "invalid", "This is not UTF-8.");
        }
    }
}
