package foyer.access;

import foyer.registration.Registration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is answered who registered; the same whether or not the address was new, but for a session, which there is
 * only where nothing has to be proven.
 *
 * @param submitted what was asked for, under its own id
 */
public record Joined(
        Registration submitted, Flow flow, @Nullable LetIn letIn) {
    public String registrationId() {
        return submitted.id().value();
    }

    /** By the API's names. */
    public Map<String, Object> view(Instant now) {
        var tree = new LinkedHashMap<String, Object>(submitted.view(now));
        tree.put("flow", flow.view());
        if (letIn != null) {
            tree.put("session", letIn.view());
        }
        return tree;
    }
}
