package foyer.player.origin;

import foyer.media.delivery.Delivering;
import foyer.media.delivery.OriginFile;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;

/** Answers {@code /t/{token}/…}: the files of a picture, to whoever has the right to them, on pages of any origin. */
public class OriginServlet extends FileServlet {
    private static final long serialVersionUID = 1L;

    private final transient Delivering delivering;

    @Inject
    OriginServlet(Delivering delivering, Clock clock) {
        super(clock);
        this.delivering = delivering;
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
    OriginFile find(String below) {
        return delivering.deliver(below);
    }

    /** Any page may play it: the right to it is in the address. */
    @Override
    void open(HttpServletResponse answer) {
        answer.setHeader("Access-Control-Allow-Origin", "*");
        answer.setHeader("Access-Control-Expose-Headers", "Content-Length, Content-Range, Date, Retry-After");
        answer.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        answer.setHeader("Timing-Allow-Origin", "*");
        // What a player tells of itself makes no other file of it, for browsers that know how to say so.
        answer.setHeader("No-Vary-Search", "params=(\"CMCD\")");
        // The address is a secret: wherever a picture leads, nobody there is to learn it.
        answer.setHeader("Referrer-Policy", "no-referrer");
    }
}
