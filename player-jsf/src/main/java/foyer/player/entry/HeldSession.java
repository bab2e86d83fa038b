package foyer.player.entry;

import foyer.access.Returning;
import foyer.event.Event;
import foyer.session.PlaybackTerm;
import foyer.shared.Unauthenticated;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Knows the viewer of a form that carries a session's token: where no module keeps it, only the page itself can. */
@ApplicationScoped
public class HeldSession {
    /** What the token is posted as: no cookie opens or ends anything. */
    static final String NAME = "session";

    @Inject
    Returning returning;

    /** What a form carried; fails with {@link Unauthenticated} without one. */
    String token(Submission given) {
        return given.answer(NAME).orElseThrow(() -> new Unauthenticated("This form needs the token of a session."));
    }

    /** Its viewer waits, and keeps it, where nobody can say how they stand. */
    static Standing unknown(String token) {
        return Standing.by(Passage.by(Map.of(
                "sessionToken", token, "flow", Map.of("currentStep", Panel.WAIT.key(), "sessionData", Map.of()))));
    }

    /**
     * Where its viewer stands now, as the flow says, holding the session on. Fails with {@link Unauthenticated} when the
     * session is over.
     */
    Standing stand(Event event, String token) {
        var flow = returning.flow(event.id(), token, null, PlaybackTerm.RENEWED);
        var session = new LinkedHashMap<String, Object>();
        if (flow.get("sessionData") instanceof Map<?, ?> data) {
            data.forEach((name, value) -> session.put(name.toString(), value));
        }
        session.put("sessionToken", token);
        session.put("flow", flow);
        return Standing.by(Passage.by(session));
    }
}
