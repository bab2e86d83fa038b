package foyer.media.local;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A video as it was sent.
 *
 * @param video the index of its picture's stream
 * @param width as it is shown: upright, with square pixels; so is the height
 * @param rate pictures a second, as ffmpeg takes it: {@code 30000/1001}
 * @param length of what lasts longest in it; null: the file does not say
 * @param pictureLength of its picture, no more than that; null: the file does not say
 */
record Source(
        int video,
        int width,
        int height,
        String rate,
        boolean interlaced,
        List<Track> sounds,
        List<Track> captions,
        @Nullable Duration length,
        @Nullable Duration pictureLength) {

    Optional<Duration> saidLength() {
        return Optional.ofNullable(length);
    }

    Optional<Duration> saidPictureLength() {
        return Optional.ofNullable(pictureLength);
    }

    /** Pictures a second. */
    double picturesPerSecond() {
        return quotient(rate);
    }

    /** Zero for what is no quotient. */
    static double quotient(String text) {
        var slash = text.indexOf('/');
        try {
            var over = Double.parseDouble(slash < 0 ? text : text.substring(0, slash));
            var under = slash < 0 ? 1 : Double.parseDouble(text.substring(slash + 1));
            return under == 0 ? 0 : over / under;
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
