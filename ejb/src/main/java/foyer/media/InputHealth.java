package foyer.media;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How well a channel is fed.
 *
 * @param connected whether an encoder is there that has proven the stream key
 * @param bitrate in bits a second, over the last seconds; 0: none
 * @param video such as {@code 1920x1080 25 fps h264}; null: none, or not known yet
 * @param audio such as {@code aac 48000 Hz stereo}; null: none, or not known yet
 */
public record InputHealth(
        boolean connected,
        long bitrate,
        @Nullable String video,
        @Nullable String audio,
        Set<InputFinding> findings) {
    private static final InputHealth NONE = new InputHealth(false, 0, null, null, Set.of());

    public InputHealth {
        findings = Set.copyOf(findings);
    }

    /** Of a channel that does not run, so that nothing is missing. */
    public static InputHealth none() {
        return NONE;
    }
}
