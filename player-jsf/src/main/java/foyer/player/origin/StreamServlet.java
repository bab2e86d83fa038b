package foyer.player.origin;

import foyer.edge.ErrorAnswer;
import foyer.event.EventId;
import foyer.media.delivery.Forwarding;
import foyer.shared.CurrentRequest;
import foyer.shared.NotFound;
import foyer.shared.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Answers {@code /stream/{eventId}?at={address}}: leads a video element on to the picture, and nobody's page. */
public class StreamServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Forwarding forwarding;
    private final transient Clock clock;

    @Inject
    StreamServlet(Forwarding forwarding, Clock clock) {
        this.forwarding = forwarding;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer.setHeader("Cache-Control", "no-store");
        // Both addresses are secrets, where they carry a right.
        answer.setHeader("Referrer-Policy", "no-referrer");
        // Devices that fetch by themselves do so from a page of their own; whoever asks names the address already.
        answer.setHeader("Access-Control-Allow-Origin", "*");
        try {
            var address = forwarding.forward(event(request), request.getParameter("at"));
            answer.setStatus(HttpServletResponse.SC_FOUND);
            answer.setHeader("Location", address.toString());
        } catch (Problem refused) {
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }

    private static EventId event(HttpServletRequest request) {
        // A link must not lead from this deployment to whatever an event names as its picture.
        if ("navigate".equals(request.getHeader("Sec-Fetch-Mode"))) {
            throw new NotFound("stream");
        }
        var prefix = request.getContextPath() + request.getServletPath() + "/";
        var address = request.getRequestURI();
        return EventId.of(address.startsWith(prefix) ? address.substring(prefix.length()) : "");
    }
}
