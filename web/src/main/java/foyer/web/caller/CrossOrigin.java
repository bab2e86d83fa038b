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
import java.util.Optional;

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
        var page = of(call);
        var allowed = page.flatMap(policy::allowed);
        name(allowed, answer);
        if (page.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var preflight = page.get().preflight();
        if (!preflight) {
            chain.doFilter(request, response);
        } else if (allowed.isPresent() || ViewersCalls.include(page.get())) {
            if (allowed.isEmpty()) {
                answer.setHeader("Access-Control-Allow-Origin", "*");
            }
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
            answer.setHeader("Access-Control-Allow-Methods", METHODS);
            answer.setHeader("Access-Control-Allow-Headers", TAKEN);
            answer.setHeader("Access-Control-Max-Age", TEN_MINUTES);
        } else {
            new ErrorAnswer(ProblemCode.ORIGIN_NOT_ALLOWED, "Pages of this origin may not call this.")
                    .writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }

    /** What a page of another origin wants to call; empty where no such page calls. */
    static Optional<FromPage> of(HttpServletRequest call) {
        return Optional.ofNullable(call.getHeader("Origin")).map(origin -> {
            var asked = "OPTIONS".equals(call.getMethod()) ? call.getHeader("Access-Control-Request-Method") : null;
            return new FromPage(
                    origin, AskedPath.belowApi(call), asked == null ? call.getMethod() : asked, asked != null);
        });
    }

    /** Lets the page read the answer, and tells caches in any case that it depends on the page. */
    static void name(Optional<String> allowed, HttpServletResponse answer) {
        answer.setHeader("Vary", "Origin");
        allowed.ifPresent(origin -> {
            answer.setHeader("Access-Control-Allow-Origin", origin);
            answer.setHeader("Access-Control-Expose-Headers", SHOWN);
        });
    }
}
