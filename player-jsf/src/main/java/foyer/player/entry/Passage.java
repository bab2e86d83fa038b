package foyer.player.entry;

import foyer.shared.ProblemCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a form led.
 *
 * @param reason tells waits and refusals apart, and a code that was asked for; empty for the others
 * @param data what the flow says beside the step
 * @param session what login answers, once the viewer is in, or known and has to wait
 * @param cookie the header by which the viewer's browser will know them
 */
record Passage(
        Panel panel,
        String reason,
        Map<?, ?> data,
        @Nullable Map<?, ?> session,
        @Nullable String cookie) {

    /** To another panel, with nothing but a reason. */
    static Passage to(Panel panel, String reason) {
        return new Passage(panel, reason, Map.of(), null, null);
    }

    /** @param answer to a login, or to a registration, by the API's names */
    static Passage by(Map<?, ?> answer) {
        var session = answer.containsKey("sessionToken") ? answer : answer.get("session");
        if (session instanceof Map<?, ?> granted && granted.containsKey("sessionToken")) {
            return by(granted.get("flow"), granted);
        }
        return by(answer.get("flow"), null);
    }

    Passage knownBy(@Nullable String header) {
        return new Passage(panel, reason, data, session, header);
    }

    private static Passage by(@Nullable Object asked, @Nullable Map<?, ?> session) {
        var flow = asked instanceof Map<?, ?> told ? told : Map.of();
        var panel = Panel.of(String.valueOf(flow.get("currentStep"))).orElse(Panel.REFUSED);
        var data = flow.get("sessionData") instanceof Map<?, ?> more ? more : Map.of();
        var reason = data.get("reason");
        return new Passage(panel, reason == null ? "" : reason.toString(), data, session, null);
    }

    /** Whether nobody can register: not any more, or not yet. */
    boolean registersNobody() {
        return reason.equals(ProblemCode.SOLD_OUT.wireName())
                || reason.equals(ProblemCode.REGISTRATION_CLOSED.wireName());
    }

    /** Whether nothing is left between the viewer and the picture but the start, which the stage waits for. */
    boolean admits() {
        return panel == Panel.WATCH || (panel == Panel.WAIT && reason.equals("notStarted"));
    }
}
