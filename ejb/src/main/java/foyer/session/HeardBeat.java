package foyer.session;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a screen that reported is told.
 *
 * @param nextInSeconds zero when there shall be no next
 * @param playback another address of the picture; null: the one that the screen has is good, or it may not go on
 * @param figuresTo up to which of its reports the screen is counted for good, so that they need not be told again; zero: unknown
 */
public record HeardBeat(
        Standing standing, long nextInSeconds, @Nullable Playback playback, long figuresTo) {
    static HeardBeat over(Standing standing) {
        return new HeardBeat(standing, 0, null, 0);
    }

    public boolean goesOn() {
        return standing == Standing.LIVE;
    }

    /** By the API's names. */
    public Map<String, Object> view() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("nextInSeconds", nextInSeconds);
        tree.put("continue", goesOn());
        if (!goesOn()) {
            tree.put("reason", standing.wireName());
        }
        if (playback != null) {
            tree.put("playback", playback.view());
        }
        if (figuresTo > 0) {
            tree.put("figuresTo", figuresTo);
        }
        return tree;
    }
}
