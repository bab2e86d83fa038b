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
 * @param data what the flow says beside the step
 * @param dues what is to be paid, where it is not what the flow says: a voucher takes something off
 * @param elsewhere where the viewer goes on, if not here
 */
record Standing(
        Panel panel,
        String reason,
        Submission given,
        Map<String, String> wrong,
        @Nullable String message,
        @Nullable Map<?, ?> session,
        @Nullable String cookie,
        Map<?, ?> data,
        @Nullable Dues dues,
        @Nullable String elsewhere) {

    static Standing at(Panel panel) {
        return new Standing(panel, "", Submission.NONE, Map.of(), null, null, null, Map.of(), null, null);
    }

    Standing answering(Submission answers) {
        return new Standing(panel, reason, answers, wrong, message, session, cookie, data, dues, elsewhere);
    }

    Standing because(String why) {
        return new Standing(panel, why, given, wrong, message, session, cookie, data, dues, elsewhere);
    }

    Standing told(Map<String, String> findings, String words) {
        return new Standing(panel, reason, given, findings, words, session, cookie, data, dues, elsewhere);
    }

    Standing owing(Dues other) {
        return new Standing(panel, reason, given, wrong, message, session, cookie, data, other, elsewhere);
    }

    Standing leadingTo(String address) {
        return new Standing(panel, reason, given, wrong, message, session, cookie, data, dues, address);
    }

    Standing knownBy(String header) {
        return new Standing(panel, reason, given, wrong, message, session, header, data, dues, elsewhere);
    }

    /** What the session says by this name; null: nothing, or there is none. */
    @Nullable
    Object held(String name) {
        return session == null ? null : session.get(name);
    }

    /** Where a form led that the server took. */
    static Standing by(Passage passage) {
        var panel = passage.admits() && passage.session() != null ? Panel.WATCH : passage.panel();
        return new Standing(
                panel,
                passage.reason(),
                Submission.NONE,
                Map.of(),
                null,
                passage.session(),
                passage.cookie(),
                passage.data(),
                null,
                null);
    }
}
