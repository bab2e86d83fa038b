package foyer.media.playback;

import java.time.Instant;

/**
 * What was asked for below {@code /t}: a token, and the path that it shall be good for. A path is taken in one spelling only:
 * letters, digits, {@code . _ ~ -} in parts that do not begin with a dot, so that none leads anywhere else.
 *
 * @param path begins with a slash
 */
public record PlaybackAddress(String token, String path) {
    private static final int LONGEST = 2_048;

    /** Fails with {@link PlaybackRefused} for anything else. */
    public static PlaybackAddress parse(String below) {
        var path = below.indexOf('/', 1);
        if (below.length() > LONGEST || path < 2 || below.charAt(0) != '/' || !plain(below, path)) {
            throw new PlaybackRefused(PlaybackRefusal.MALFORMED);
        }
        return new PlaybackAddress(below.substring(1, path), below.substring(path));
    }

    // By hand: each segment of each viewer is asked, and an expression takes several times as long.
    private static boolean plain(String text, int from) {
        var before = '/';
        for (var at = from + 1; at < text.length(); at++) {
            var next = text.charAt(at);
            var begins = before == '/';
            if (!(PlaybackTokens.named(next) || next == '~' || (!begins && (next == '.' || next == '/')))) {
                return false;
            }
            before = next;
        }
        return before != '/';
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
