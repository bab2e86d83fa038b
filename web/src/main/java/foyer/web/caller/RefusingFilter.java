package foyer.web.caller;

import foyer.edge.ErrorAnswer;
import foyer.shared.CurrentRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/** Refuses, in the one format, what JAX-RS would serve or answer in another. */
abstract class RefusingFilter implements Filter {
    private final Clock clock;

    RefusingFilter(Clock clock) {
        this.clock = clock;
    }

    /** Why a call goes no further; empty: it does. */
    abstract Optional<ErrorAnswer> refusal(HttpServletRequest call);

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var refusal = refusal((HttpServletRequest) request);
        if (refusal.isPresent()) {
            refusal.get().writeTo((HttpServletResponse) response, CurrentRequest.id(), clock.instant());
        } else {
            chain.doFilter(request, response);
        }
    }
}
