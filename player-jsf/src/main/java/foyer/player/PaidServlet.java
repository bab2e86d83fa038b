package foyer.player;

import foyer.edge.ViewerCookies;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers {@code /paid/{eventId}}, to which the payment provider leads back. */
public class PaidServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/views/paid.xhtml";

    private final transient PaidPage page;
    private final transient PageHeaders headers;

    @Inject
    PaidServlet(PaidPage page, PageHeaders headers) {
        this.page = page;
        this.headers = headers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            var id = Address.asked(request);
            page.open(
                    id,
                    request.getParameter("payment"),
                    request.getParameter("cancelled") != null,
                    ViewerCookies.of(id, request));
        } catch (NotFound missing) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        } catch (Unavailable unavailable) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        // It tells the window that opened it, so nobody else shall hold it.
        headers.write(request, response, List.of());
        request.getRequestDispatcher(VIEW).forward(request, response);
    }
}
