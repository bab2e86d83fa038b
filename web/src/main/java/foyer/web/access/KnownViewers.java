package foyer.web.access;

import foyer.access.LetIn;
import foyer.access.Returning;
import foyer.edge.ViewerCookies;
import foyer.event.EventId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has the browsers of those who were let in remember them, until they leave. */
@ApplicationScoped
public class KnownViewers {
    @Inject
    Returning returning;

    /**
     * The headers of an answer that lets somebody in; none where nobody has registered.
     *
     * @param letIn null where nobody was let in
     */
    public Map<String, String> headers(@Nullable LetIn letIn) {
        // Of those who are nobody in particular there is nothing to ask, and they come in herds.
        return Optional.ofNullable(letIn)
                .filter(somebody -> somebody.registration() != null)
                .flatMap(returning::cookieOf)
                .map(kept -> Map.of(
                        HttpHeaders.SET_COOKIE,
                        ViewerCookies.setting(kept.eventId().value(), kept.text(), kept.lifetime())))
                .orElse(Map.of());
    }

    /** The answer to who leaves: 204, and their browser remembers them no longer. */
    public static Response forgotten(Optional<EventId> event) {
        var answer = Response.noContent();
        event.ifPresent(left -> answer.header(HttpHeaders.SET_COOKIE, ViewerCookies.clearing(left.value())));
        return answer.build();
    }
}
