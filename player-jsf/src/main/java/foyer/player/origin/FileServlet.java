package foyer.player.origin;

import foyer.edge.ErrorAnswer;
import foyer.media.delivery.OriginFile;
import foyer.shared.CurrentRequest;
import foyer.shared.Problem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** Answers with files, or with why not, which nobody keeps. */
abstract class FileServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Clock clock;

    FileServlet(Clock clock) {
        this.clock = clock;
    }

    /** Fails with a {@link Problem} where there is none for whoever asks. */
    abstract OriginFile find(String below);

    /** Says who may use the answer, whatever it is. */
    abstract void open(HttpServletResponse answer);

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        doGet(request, answer);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse answer) throws IOException {
        open(answer);
        // As it was sent: what is decoded could lead elsewhere.
        var mount = request.getContextPath().length() + request.getServletPath().length();
        try {
            FileAnswer.write(find(request.getRequestURI().substring(mount)), request, answer);
        } catch (Problem refused) {
            answer.setHeader("Cache-Control", "no-store");
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }
}
