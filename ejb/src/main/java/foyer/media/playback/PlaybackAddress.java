package foyer.media.playback;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What was asked for below {@code /t}: a token, and the path that it shall be good for. A path is taken in one spelling only:
 * letters, digits, {@code . _ ~ -} in parts that do not begin with a dot, so that none leads anywhere else.
 *
 * @param path begins with a slash
 */
public record PlaybackAddress(String token, String path) {
    private static final int LONGEST = 2_048;
    private static final Pattern FORM = Pattern.compile("/([^/]++)((?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*+)++)");

    /** Fails with {@link PlaybackRefused} for anything else. */
    public static PlaybackAddress parse(String below) {
        var parts = FORM.matcher(below);
        if (below.length() > LONGEST || !parts.matches()) {
            throw new PlaybackRefused(PlaybackRefusal.MALFORMED);
        }
        return new PlaybackAddress(parts.group(1), parts.group(2));
    }

    /** What the token says, if it is good now and here. Fails with {@link PlaybackRefused} where not. */
    public PlaybackRight prove(PlaybackTokens tokens, Instant now) {
        var right = tokens.read(token);
        if (right.tooEarlyAt(now)) {
            throw new PlaybackRefused(PlaybackRefusal.NOT_YET);
        }
        if (right.overAt(now)) {
            throw new PlaybackRefused(PlaybackRefusal.EXPIRED);
        }
        if (!right.covers(path)) {
            throw new PlaybackRefused(PlaybackRefusal.OTHER_PATH);
        }
        return right;
    }
}
