package foyer.player.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a viewer stands on the way in.
 *
 * @param reason tells a wait or a refusal apart, as {@code waitingList} or {@code sold_out}; empty for the others
 * @param given what was answered last
 * @param wrong words on answers that cannot be taken, by the name of the question
 * @param message words on the whole
 * @param session what login answers, once the viewer is in, or known and has to wait
 * @param cookie the header by which the viewer's browser will know them
 */
record Standing(
        Panel panel,
        String reason,
        Submission given,
        Map<String, String> wrong,
        @Nullable String message,
        @Nullable Map<?, ?> session,
        @Nullable String cookie) {

    static Standing at(Panel panel) {
        return new Standing(panel, "", Submission.NONE, Map.of(), null, null, null);
    }

    Standing answering(Submission answers) {
        return new Standing(panel, reason, answers, wrong, message, session, cookie);
    }

    Standing because(String why) {
        return new Standing(panel, why, given, wrong, message, session, cookie);
    }

    Standing told(Map<String, String> findings, String words) {
        return new Standing(panel, reason, given, findings, words, session, cookie);
    }

    /** Where a form led that the server took. */
    static Standing by(Passage passage) {
        var panel = passage.admits() && passage.session() != null ? Panel.WATCH : passage.panel();
        return new Standing(
                panel, passage.reason(), Submission.NONE, Map.of(), null, passage.session(), passage.cookie());
    }
}
