package foyer.access;

import foyer.event.Event;
import foyer.session.OpenedSession;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody who was let in: their session, what they may play, and what stands next. */
public record LetIn(Event event, OpenedSession opened, Flow flow) {

    /** As a login is answered. */
    public Map<String, Object> view() {
        var session = opened.session();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("sessionId", session.id().value());
        tree.put("sessionToken", opened.token());
        tree.put("expiresAt", session.expiresAt().toString());
        if (flow.currentStep() == Step.WATCH) {
            event.manifestUrl()
                    .ifPresent(url -> tree.put(
                            "playback",
                            Map.of("url", url, "expiresAt", session.expiresAt().toString())));
        }
        if (opened.position() != null) {
            tree.put("position", BigDecimal.valueOf(opened.position().toMillis(), 3));
        }
        tree.put("flow", flow.view());
        return tree;
    }
}
