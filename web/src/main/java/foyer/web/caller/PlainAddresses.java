package foyer.web.caller;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.shared.CurrentRequest;
import foyer.shared.ProblemCode;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/**
 * Knows no address that only the container takes for one of the API, as {@code /api;events/x}: JAX-RS counts off the letters of
 * {@code /api/} and would serve what follows them, though every filter has seen another address. Mapped for requests.
 */
public class PlainAddresses implements Filter {
    private final Clock clock;

    @Inject
    PlainAddresses(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (AskedPath.isPlainlyOfApi((HttpServletRequest) request)) {
            chain.doFilter(request, response);
        } else {
            new ErrorAnswer(ProblemCode.NOT_FOUND, "There is nothing at this address.")
                    .writeTo((HttpServletResponse) response, CurrentRequest.id(), clock.instant());
        }
    }
}
