package foyer.session;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a screen that reported is told.
 *
 * @param nextInSeconds zero when there shall be no next
 */
public record HeardBeat(Standing standing, long nextInSeconds) {
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
        return tree;
    }
}
