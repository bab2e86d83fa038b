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
 * @param session what login answers, once the viewer is in
 */
record Standing(
        Panel panel,
        String reason,
        Submission given,
        Map<String, String> wrong,
        @Nullable String message,
        @Nullable Map<?, ?> session) {

    static Standing at(Panel panel) {
        return new Standing(panel, "", Submission.NONE, Map.of(), null, null);
    }

    Standing answering(Submission answers) {
        return new Standing(panel, reason, answers, wrong, message, session);
    }

    Standing because(String why) {
        return new Standing(panel, why, given, wrong, message, session);
    }

    Standing told(Map<String, String> findings, String words) {
        return new Standing(panel, reason, given, findings, words, session);
    }

    static Standing in(Map<?, ?> session) {
        return new Standing(Panel.WATCH, "", Submission.NONE, Map.of(), null, session);
    }
}
