package foyer.web.error;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.shared.CurrentRequest;
import foyer.shared.Journal;
import foyer.shared.ProblemCode;
import foyer.web.caller.BearerToken;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;

/**
 * Answers what the container refuses or what fails before JAX-RS is asked: a bad token, an odd address. The init
 * parameter {@code otherwise} names where errors outside of the API are shown, for where both live in one application.
 */
public class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Journal JOURNAL = Journal.of(ErrorPage.class);

    private final transient Clock clock;

    @Inject
    ErrorPage(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var otherwise = getInitParameter("otherwise");
        if (request.getDispatcherType() != DispatcherType.ERROR) {
            write(Failures.ofStatus(404), response);
        } else if (otherwise != null && !AskedPath.isOfApi(request)) {
            request.getRequestDispatcher(otherwise).forward(request, response);
        } else if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException) {
            writeIfAnybodyIsThere(answerTo(request), response);
        } else {
            write(answerTo(request), response);
        }
    }

    private ErrorAnswer answerTo(HttpServletRequest request) {
        var thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var answer = thrown instanceof Throwable failure
                ? Failures.answerTo(failure, request.getUserPrincipal() == null)
                : Failures.ofStatus(statusOf(request));
        if (answer.code() == ProblemCode.INTERNAL && thrown instanceof Throwable unexpected) {
            tell(unexpected);
        }
        return answer.code() == ProblemCode.UNAUTHENTICATED
                ? BearerToken.of(request.getHeader("Authorization")).refused(clock.instant())
                : answer;
    }

    // What we ask of others fails in words of ours (Problem). This is the caller's own line: who hangs up wakes nobody.
    private static void tell(Throwable unexpected) {
        if (unexpected instanceof IOException) {
            JOURNAL.note("Whoever called was gone before they were answered.", Map.of());
        } else {
            JOURNAL.alert(
                    "A call failed before any resource was asked, for a reason nobody expected.", Map.of(), unexpected);
        }
    }

    private void writeIfAnybodyIsThere(ErrorAnswer answer, HttpServletResponse response) {
        try {
            write(answer, response);
        } catch (IOException gone) {
            // As was noted already: nobody is.
        }
    }

    private void write(ErrorAnswer answer, HttpServletResponse response) throws IOException {
        answer.writeTo(response, CurrentRequest.id(), clock.instant());
    }

    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status ? status : 500;
    }
}
