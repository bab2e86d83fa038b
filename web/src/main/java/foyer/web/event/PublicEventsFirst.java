package foyer.web.event;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.event.EventId;
import foyer.shared.CurrentRequest;
import foyer.shared.Ids;
import foyer.shared.Problem;
import foyer.web.answer.EntityTags;
import foyer.web.event.PublicEvents.Rendered;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers the one question that thousands ask at once, a stranger's for an event, before JAX-RS is asked, which takes
 * longer than all the rest. Whatever is the least out of the ordinary goes on to {@link EventsResource}, which answers
 * the same from the same {@link PublicEvents}. Mapped last, for requests.
 */
public class PublicEventsFirst implements Filter {
    private static final String EVENTS = "events/";

    private final PublicEvents events;
    private final Clock clock;

    @Inject
    PublicEventsFirst(PublicEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var call = (HttpServletRequest) request;
        var id = eventId(AskedPath.belowApi(call));
        if (id.isEmpty() || !ordinary(call)) {
            chain.doFilter(request, response);
            return;
        }
        var answer = (HttpServletResponse) response;
        try {
            write(events.rendered(id.get()), call.getHeader("If-None-Match"), answer);
        } catch (Problem refused) {
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }

    private static Optional<EventId> eventId(String path) {
        var id = path.startsWith(EVENTS) ? path.substring(EVENTS.length()) : "";
        return Ids.wellFormed(id) ? Optional.of(new EventId(id)) : Optional.empty();
    }

    private static boolean ordinary(HttpServletRequest call) {
        return "GET".equals(call.getMethod())
                && call.getHeader("Authorization") == null
                && acceptsJson(call.getHeader("Accept"));
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.equals("application/json");
    }

    private static void write(Rendered rendered, @Nullable String ifNoneMatch, HttpServletResponse response)
            throws IOException {
        response.setHeader("ETag", rendered.tag());
        response.setHeader("Cache-Control", PublicEvents.ALWAYS_ASK);
        response.setHeader("Vary", PublicEvents.VARIES);
        if (EntityTags.held(ifNoneMatch, rendered.tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        response.setContentLength(rendered.bytes().length);
        response.getOutputStream().write(rendered.bytes());
    }
}
