package foyer.media.playback;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** Somebody asked for a picture without the right to it. */
public final class PlaybackRefused extends Problem {
    private static final long serialVersionUID = 1L;
    private final PlaybackRefusal why;

    public PlaybackRefused(PlaybackRefusal why) {
        super(ProblemCode.FORBIDDEN, words(why));
        this.why = why;
    }

    public PlaybackRefusal why() {
        return why;
    }

    private static String words(PlaybackRefusal why) {
        return switch (why) {
            case EXPIRED -> "This address is over. Reload the page for another one.";
            case NOT_YET -> "This address is not good yet.";
            case REVOKED -> "The right to watch was taken back.";
            case MALFORMED, UNKNOWN_KEY, ALTERED, OTHER_PATH -> "This address gives no right to watch.";
        };
    }
}
