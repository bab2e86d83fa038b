package foyer.player.origin;

import foyer.edge.ErrorAnswer;
import foyer.media.Delivering;
import foyer.shared.CurrentRequest;
import foyer.shared.Problem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Answers {@code /posters/{eventId}/{recordingId}/poster.jpg}: what everybody sees before anything is proven. */
public class PosterServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String MOUNT = "/posters";

    private final transient Delivering delivering;
    private final transient Clock clock;

    @Inject
    PosterServlet(Delivering delivering, Clock clock) {
        this.delivering = delivering;
        this.clock = clock;
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        doGet(request, answer);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        try {
            var below =
                    request.getRequestURI().substring(request.getContextPath().length() + MOUNT.length());
            FileAnswer.write(delivering.poster(below), request, answer);
        } catch (Problem refused) {
            answer.setHeader("Cache-Control", "no-store");
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }
}
