package foyer.player;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Says in our words, and in the viewer's language, what the container would say in its own: that a page failed. */
public class NoticeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String VIEW = "/WEB-INF/views/notice.xhtml";

    private final transient Notice notice;
    private final transient PageHeaders headers;

    @Inject
    NoticeServlet(Notice notice, PageHeaders headers) {
        this.notice = notice;
        this.headers = headers;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer failed ? failed : 404;
        notice.because(Notice.Reason.of(status));
        // Nobody's in particular, so anybody may frame it: a partner's page should say what is wrong, not stay empty.
        headers.write(request, response, List.of("*"));
        response.setStatus(status);
        request.getRequestDispatcher(VIEW).forward(request, response);
    }
}
