package foyer.edge;

import foyer.shared.CurrentRequest;
import foyer.shared.ProblemCode;
import foyer.shared.Stage;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;

/**
 * Outside of the local stage nothing is served in the clear: pages are redirected to https, calls of the API are refused,
 * for a client that sends its token in the clear should notice at once. Also shows the rest of the application each
 * request as its caller sent it, before any trusted proxy. Mapped for requests and for errors, after {@link RequestIds}.
 */
public class SecureTransport implements Filter {
    private static final int PERMANENT_REDIRECT = 308;
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> PROBES = Set.of("/health", "/health/live", "/health/ready", "/health/started");
    private static final String A_YEAR = "max-age=31536000";

    private final EdgeSettings settings;
    private final Clock clock;

    @Inject
    SecureTransport(EdgeSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var received = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var origin = Origin.of(received, settings);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        if (settings.stage() != Stage.LOCAL) {
            if ("https".equals(origin.scheme())) {
                answer.setHeader("Strict-Transport-Security", A_YEAR);
            } else if (request.getDispatcherType() == DispatcherType.REQUEST && !probes(received)) {
                turnAway(received, answer, origin);
                return;
            }
        }
        chain.doFilter(
                settings.trusts(received.getRemoteAddr()) ? new ForwardedRequest(received, origin) : received, answer);
    }

    // Load balancers ask in the clear, from inside, and learn nothing but UP or DOWN.
    private static boolean probes(HttpServletRequest request) {
        return PROBES.contains(request.getRequestURI());
    }

    private void turnAway(HttpServletRequest request, HttpServletResponse answer, Origin origin) throws IOException {
        var path = request.getRequestURI();
        if (AskedPath.isOfApi(request) || !SAFE.contains(request.getMethod())) {
            new ErrorAnswer(ProblemCode.FORBIDDEN, "This is served over https only.")
                    .writeTo(answer, CurrentRequest.id(), clock.instant());
            return;
        }
        var query = request.getQueryString();
        answer.setStatus(PERMANENT_REDIRECT);
        answer.setHeader("Location", secureBase(origin) + path + (query == null ? "" : "?" + query));
    }

    private String secureBase(Origin origin) {
        return settings.publicAddress()
                .filter(address -> "https".equals(address.getScheme()))
                .map(address -> "https://" + address.getRawAuthority())
                .orElseGet(() -> "https://" + origin.host());
    }
}
