package foyer.web.session;

import foyer.edge.AskedPath;
import foyer.edge.ErrorAnswer;
import foyer.edge.JsonText;
import foyer.shared.CurrentRequest;
import foyer.shared.Ids;
import foyer.shared.Problem;
import foyer.web.answer.Answers;
import foyer.web.auth.AuthResource;
import foyer.web.body.Bodies;
import foyer.web.caller.KnownCredentials;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers the two calls that every screen makes, a herd of them at once, before JAX-RS is asked, which takes longer than
 * all the rest: the login and the heartbeat. It calls the very methods of the resources, and leaves whatever is the least
 * out of the ordinary to JAX-RS. Mapped last, for requests.
 */
public class ScreensFirst implements Filter {
    private static final String LOGIN = "auth/login";
    private static final String SESSIONS = "sessions/";
    private static final String HEARTBEAT = "/heartbeat";

    private final AuthResource auth;
    private final SessionsResource sessions;
    private final Bodies bodies;
    private final Clock clock;

    @Inject
    ScreensFirst(AuthResource auth, SessionsResource sessions, Bodies bodies, Clock clock) {
        this.auth = auth;
        this.sessions = sessions;
        this.bodies = bodies;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var call = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        var path = AskedPath.belowApi(call);
        var session = session(path);
        if (!ordinary(call) || (session.isEmpty() && !path.equals(LOGIN))) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var submission = bodies.read(call);
            if (session.isEmpty()) {
                write(auth.login(submission, call, answer), answer);
            } else {
                write(sessions.hear(session, submission, call, answer), answer);
            }
        } catch (Problem refused) {
            ErrorAnswer.of(refused).writeTo(answer, CurrentRequest.id(), clock.instant());
        }
    }

    /** Whose heartbeat it is; empty for another call. */
    private static String session(String path) {
        if (!path.startsWith(SESSIONS) || !path.endsWith(HEARTBEAT)) {
            return "";
        }
        var id = path.substring(SESSIONS.length(), Math.max(SESSIONS.length(), path.length() - HEARTBEAT.length()));
        return Ids.wellFormed(id) ? id : "";
    }

    private static boolean ordinary(HttpServletRequest call) {
        return "POST".equals(call.getMethod())
                && call.getQueryString() == null
                && call.getUserPrincipal() == null
                && !KnownCredentials.ofOthersThanViewers(call.getHeader(HttpHeaders.AUTHORIZATION))
                && acceptsJson(call.getHeader("Accept"));
    }

    private static boolean acceptsJson(@Nullable String accept) {
        return accept == null || accept.equals("*/*") || accept.equals("application/json");
    }

    /** As {@link Answers#ok} does. */
    private static void write(Map<String, Object> tree, HttpServletResponse answer) throws IOException {
        answer.setHeader("Cache-Control", "no-store");
        write(JsonText.of(tree), answer);
    }

    private static void write(Response made, HttpServletResponse answer) throws IOException {
        answer.setStatus(made.getStatus());
        made.getStringHeaders().forEach((name, values) -> {
            if (!HttpHeaders.CONTENT_TYPE.equals(name)) {
                values.forEach(value -> answer.addHeader(name, value));
            }
        });
        write((byte[]) made.getEntity(), answer);
    }

    private static void write(byte[] body, HttpServletResponse answer) throws IOException {
        answer.setContentType("application/json");
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
