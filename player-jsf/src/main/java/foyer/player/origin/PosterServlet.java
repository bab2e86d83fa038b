package foyer.player.origin;

import foyer.media.delivery.Delivering;
import foyer.media.delivery.OriginFile;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;

/** Answers {@code /posters/{eventId}/{recordingId}/poster.jpg}: what everybody sees before anything is proven. */
public class PosterServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    private final transient Delivering delivering;

    @Inject
    PosterServlet(Delivering delivering, Clock clock) {
        super(clock);
        this.delivering = delivering;
    }

    @Override
    OriginFile find(String below) {
        return delivering.poster(below);
    }

    @Override
    void open(HttpServletResponse answer) {
        answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
