package foyer.player.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a form led.
 *
 * @param reason tells waits and refusals apart, and a code that was asked for; empty for the others
 * @param session what login answers, once the viewer is in
 */
record Passage(Panel panel, String reason, @Nullable Map<?, ?> session) {

    /** @param answer to a login, or to a registration, by the API's names */
    static Passage by(Map<?, ?> answer) {
        var session = answer.containsKey("sessionToken") ? answer : answer.get("session");
        if (session instanceof Map<?, ?> granted && granted.containsKey("sessionToken")) {
            return new Passage(Panel.WATCH, "", granted);
        }
        var flow = answer.get("flow") instanceof Map<?, ?> told ? told : Map.of();
        var panel = Panel.of(String.valueOf(flow.get("currentStep"))).orElse(Panel.REFUSED);
        var reason = flow.get("sessionData") instanceof Map<?, ?> data ? data.get("reason") : null;
        return new Passage(panel, reason == null ? "" : reason.toString(), null);
    }
}
