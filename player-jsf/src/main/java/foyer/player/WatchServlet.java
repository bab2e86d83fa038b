package foyer.player;

import foyer.analytics.NotingRefusals;
import foyer.edge.ViewerCookies;
import foyer.player.entry.Caller;
import foyer.shared.NotFound;
import foyer.shared.TooManyRequests;
import foyer.shared.Unavailable;
import foyer.traffic.BodiesAwaited;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Answers {@code /watch/{eventId}}, {@code /embed/{eventId}} and, for pages made for Vimeo, {@code /video/{number}}: opens the
 * page, sets its headers, lets Faces render it.
 */
public class WatchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String NOTICE = "/notice";
    private static final String VIEW = "/WEB-INF/views/watch.xhtml";

    private final transient WatchPage page;
    private final transient PageHeaders headers;
    private final transient BodiesAwaited bodies;
    private final transient NotingRefusals refusals;

    @Inject
    WatchServlet(WatchPage page, PageHeaders headers, BodiesAwaited bodies, NotingRefusals refusals) {
        this.page = page;
        this.headers = headers;
        this.bodies = bodies;
        this.refusals = refusals;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, () -> {
            open(request);
            noteFramer(request);
        });
    }

    /** A form that no module sent. The answer is the page again, with what came of it. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setCharacterEncoding("UTF-8");
        answer(request, response, () -> {
            var caller = caller(request);
            var fields = bodies.read(caller.address(), request::getParameterMap);
            open(request);
            page.take(fields, caller);
        });
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Runnable work)
            throws ServletException, IOException {
        try {
            work.run();
        } catch (NotFound missing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Unavailable unavailable) {
            comeBack(response, unavailable.retryAfter());
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        } catch (TooManyRequests others) {
            comeBack(response, others.retryAfter());
            request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, Notice.TOO_MANY_REQUESTS);
            request.getRequestDispatcher(NOTICE).forward(new Unread(request), response);
            return;
        }
        headers.write(request, response, page.framers(), page.sold());
        page.cookie().ifPresent(cookie -> response.addHeader("Set-Cookie", cookie));
        var elsewhere = page.elsewhere();
        if (elsewhere.isPresent()) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", elsewhere.get());
            return;
        }
        request.getRequestDispatcher(VIEW).forward(request, response);
    }

    private static void comeBack(HttpServletResponse response, Duration after) {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, after.toSeconds())));
    }

    private void open(HttpServletRequest request) {
        var asked = Address.asked(request);
        var id = request.getServletPath().equals("/video") ? page.eventAtVimeo(asked) : asked;
        page.open(id, Place.of(request.getServletPath()), Address.of(request), ViewerCookies.of(id, request));
    }

    // The page is answered in any case: whether its frame stays empty is for the browser to say, which knows all pages
    // around.
    private void noteFramer(HttpServletRequest request) {
        var referrer = request.getHeader("Referer");
        var site = request.getHeader("Sec-Fetch-Site");
        var framed = page.place() == Place.EMBED && "iframe".equals(request.getHeader("Sec-Fetch-Dest"));
        if (framed && referrer != null && ("cross-site".equals(site) || "same-site".equals(site))) {
            refusals.framed(page.eventId(), referrer);
        }
    }

    private static Caller caller(HttpServletRequest request) {
        return new Caller(
                request.getRemoteAddr(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"));
    }
}
