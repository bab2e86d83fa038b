package foyer.player;

import foyer.player.assets.AssetAddresses;
import foyer.shared.NotFound;
import foyer.shared.SharedSettings;
import foyer.shared.Unavailable;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Answers {@code /watch/{eventId}} and {@code /embed/{eventId}}: opens the page, sets its headers, lets Faces render it. */
public class WatchServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(WatchServlet.class.getName());
    private static final String VIEWS = "/WEB-INF/views/";

    @Inject
    transient WatchPage page;

    @Inject
    transient Visit visit;

    @Inject
    transient Notice notice;

    @Inject
    transient SharedSettings settings;

    @Inject
    transient AssetAddresses assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            page.open(eventId(request), Place.of(request.getServletPath()), autoplay(request));
            headers(request, response, page.framers());
            show("watch.xhtml", request, response);
        } catch (NotFound missing) {
            refuse(Notice.Reason.MISSING, HttpServletResponse.SC_NOT_FOUND, request, response);
        } catch (Unavailable unavailable) {
            response.setHeader(
                    "Retry-After",
                    String.valueOf(Math.max(1, unavailable.retryAfter().toSeconds())));
            refuse(Notice.Reason.UNAVAILABLE, HttpServletResponse.SC_SERVICE_UNAVAILABLE, request, response);
        } catch (EJBException bug) {
            LOG.log(Level.ERROR, "The page could not be shown.", bug);
            refuse(Notice.Reason.UNAVAILABLE, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, request, response);
        }
    }

    // Nobody's in particular, so anybody may frame it: a partner's page should say what is wrong rather than stay
    // empty.
    private void refuse(Notice.Reason reason, int status, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        notice.because(reason);
        headers(request, response, List.of("*"));
        response.setStatus(status);
        show("notice.xhtml", request, response);
    }

    private void headers(HttpServletRequest request, HttpServletResponse response, List<String> framers) {
        var policy = new HeaderPolicy(settings.mediaOrigin().map(Object::toString), assets.origin());
        var secret = request.getParameter("k") != null;
        policy.headers(framers, visit.nonce(), secret).forEach(response::setHeader);
        response.setHeader("Content-Language", visit.language().tag());
    }

    private static void show(String view, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.getRequestDispatcher(VIEWS + view).forward(request, response);
    }

    /** What follows the slash, as it was sent: an address with a path parameter or an escape is not one of ours. */
    private static String eventId(HttpServletRequest request) {
        var prefix = request.getContextPath() + request.getServletPath() + "/";
        var address = request.getRequestURI();
        return address.startsWith(prefix) ? address.substring(prefix.length()) : "";
    }

    private static boolean autoplay(HttpServletRequest request) {
        var wish = request.getParameter("autoplay");
        return "1".equals(wish) || "true".equals(wish);
    }
}
