package foyer.edge;

import foyer.shared.CurrentRequest;
import foyer.shared.Ids;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request an id, which its answer and its log lines carry. Mapped for requests and for errors: what the
 * container refuses before any filter comes by as an error only.
 */
public class RequestIds implements Filter {
    static final String HEADER = "X-Request-Id";
    private static final String ATTRIBUTE = "foyer.request.id";

    // A caller's id ends up in logs and headers, so it is taken only where it can do no harm there.
    private static final Pattern ACCEPTED = Pattern.compile("[\\x21-\\x7E]{1,64}");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var before = CurrentRequest.id();
        var id = idOf((HttpServletRequest) request);
        request.setAttribute(ATTRIBUTE, id);
        ((HttpServletResponse) response).setHeader(HEADER, id);
        CurrentRequest.begin(id);
        try {
            chain.doFilter(request, response);
        } finally {
            // An error is dispatched inside of the request that failed, which goes on afterwards.
            if (before.equals(id)) {
                CurrentRequest.begin(before);
            } else {
                CurrentRequest.end();
            }
        }
    }

    private static String idOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String known ? known : accepted(request.getHeader(HEADER));
    }

    private static String accepted(@Nullable String offered) {
        return offered != null && ACCEPTED.matcher(offered).matches() ? offered : Ids.fresh();
    }
}
