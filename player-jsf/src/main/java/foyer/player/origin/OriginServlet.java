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

/**
 * Answers {@code /t/{token}/…}: the files of a picture, to whoever has the right to them, on pages of any origin. Playlists may
 * change, so that they are asked for anew; all other files are what they are.
 */
public class OriginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String MOUNT = "/t";
    private final transient Delivering delivering;
    private final transient Clock clock;

    @Inject
    OriginServlet(Delivering delivering, Clock clock) {
        this.delivering = delivering;
        this.clock = clock;
    }

    @Override
    protected void doOptions(HttpServletRequest request, HttpServletResponse answer) {
        open(answer);
        answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD");
        answer.setHeader("Access-Control-Allow-Headers", "Range, If-None-Match");
        answer.setHeader("Access-Control-Max-Age", "600");
        answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        doGet(request, answer);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        open(answer);
        try {
            // As it was sent: what is decoded could lead elsewhere.
            var below =
                    request.getRequestURI().substring(request.getContextPath().length() + MOUNT.length());
            FileAnswer.write(delivering.deliver(below), request, answer);
        } catch (Problem refused) {
            answer.setHeader("Cache-Control", "no-store");
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }

    /** Any page may play it: the right to it is in the address. */
    private static void open(HttpServletResponse answer) {
        answer.setHeader("Access-Control-Allow-Origin", "*");
        answer.setHeader("Access-Control-Expose-Headers", "Content-Length, Content-Range, Date, Retry-After");
        answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        answer.setHeader("Timing-Allow-Origin", "*");
        // The address is a secret: where the picture leads to, if anywhere, is not to know it.
        answer.setHeader("Referrer-Policy", "no-referrer");
    }
}
