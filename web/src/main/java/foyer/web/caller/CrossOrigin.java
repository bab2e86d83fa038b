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
 * Lets pages of named origins call the API (CORS, fetch.spec.whatwg.org), without cookies. Mapped for requests and for
 * errors, so that a page can read a refusal too.
 */
public class CrossOrigin implements Filter {
    private static final String METHODS = "GET, HEAD, POST, PUT, DELETE";
    private static final String TAKEN =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id";
    private static final String SHOWN = "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id";
    private static final String TEN_MINUTES = "600";

    private final CrossOriginPolicy policy;
    private final Clock clock;

    @Inject
    CrossOrigin(CrossOriginPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var call = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        answer.setHeader("Vary", "Origin");
        var origin = call.getHeader("Origin");
        if (origin == null) {
            chain.doFilter(request, response);
            return;
        }
        var asked = call.getHeader("Access-Control-Request-Method");
        var preflight = "OPTIONS".equals(call.getMethod()) && asked != null;
        var allowed = policy.allowed(origin, AskedPath.belowApi(call), preflight ? asked : call.getMethod());
        allowed.ifPresent(named -> answer.setHeader("Access-Control-Allow-Origin", named));
        if (!preflight) {
            answer.setHeader("Access-Control-Expose-Headers", SHOWN);
            chain.doFilter(request, response);
        } else if (allowed.isPresent()) {
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            answer.setHeader("Access-Control-Allow-Methods", METHODS);
            answer.setHeader("Access-Control-Allow-Headers", TAKEN);
            answer.setHeader("Access-Control-Max-Age", TEN_MINUTES);
        } else {
            new ErrorAnswer(ProblemCode.ORIGIN_NOT_ALLOWED, "Pages of this origin may not call this.")
                    .writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }
}
