package foyer.access;

import foyer.registration.Registration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is answered who registered; the same whether or not the address was new, but for a session and the link
 * that leads back to it, which there are only where nothing has to be proven.
 *
 * @param submitted what was asked for, under its own id
 */
public record Joined(
        Registration submitted, Flow flow, @Nullable Admitted admitted) {
    public String registrationId() {
        return submitted.id().value();
    }

    /** Null: something has to be proven first. */
    public @Nullable LetIn letIn() {
        return admitted == null ? null : admitted.letIn();
    }

    /** By the API's names. */
    public Map<String, Object> view(Instant now) {
        var tree = new LinkedHashMap<String, Object>(submitted.view(now));
        tree.put("flow", flow.view());
        if (admitted != null) {
            tree.put("accessUrl", admitted.accessUrl());
            tree.put("session", admitted.letIn().view());
        }
        return tree;
    }

    /** @param accessUrl the address that lets them in again, on any device */
    public record Admitted(LetIn letIn, String accessUrl) {}
}
