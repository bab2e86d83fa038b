package foyer.player;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers {@code /privacy}: what is stored of viewers, and where. */
public class PrivacyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/views/privacy.xhtml";

    private final transient PageHeaders headers;

    @Inject
    PrivacyServlet(PageHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        headers.write(request, response, List.of());
        request.getRequestDispatcher(VIEW).forward(request, response);
    }
}
