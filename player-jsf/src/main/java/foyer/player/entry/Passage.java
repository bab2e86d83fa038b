package foyer.player.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a form led.
 *
 * @param reason tells waits and refusals apart; empty for the others
 * @param session what login answers, once the viewer is in
 */
record Passage(Panel panel, String reason, @Nullable Map<String, Object> session) {

    /** @param flow the AuthFlow, by the API's names */
    static Passage by(Map<?, ?> flow, @Nullable Map<String, Object> session) {
        if (session != null) {
            return new Passage(Panel.WATCH, "", session);
        }
        var panel = Panel.of(String.valueOf(flow.get("currentStep"))).orElse(Panel.REFUSED);
        var reason = flow.get("sessionData") instanceof Map<?, ?> data ? data.get("reason") : null;
        return new Passage(panel, reason == null ? "" : reason.toString(), null);
    }
}
