package foyer.web.answer;

import foyer.shared.Ids;
import foyer.traffic.Answer;
import foyer.traffic.Repeating;
import foyer.traffic.RequestKey;
import foyer.web.body.Submission;
import foyer.web.caller.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets a caller who does not know whether a creation worked repeat it without creating anything twice. */
@ApplicationScoped
public class Repeats {
    private static final String KEY = "Idempotency-Key";

    @Inject
    Repeating repeating;

    @Inject
    Locations locations;

    /**
     * Creates, or answers what was answered when this was created.
     *
     * @param work creates the thing under the id it is given
     */
    public Response created(
            HttpServletRequest request, UriInfo uri, Submission submission, Function<String, Created> work) {
        var key = request.getHeader(KEY);
        var answer = key == null
                ? work.apply(Ids.fresh()).answer()
                : repeating.once(
                        new RequestKey(
                                Callers.name(request.getUserPrincipal(), request.getRemoteAddr()),
                                uri.getPath(),
                                key,
                                submission.tree()),
                        id -> work.apply(id).answer());
        return response(answer, uri);
    }

    private Response response(Answer answer, UriInfo uri) {
        var response = Answers.json(answer.status(), tree(answer.body()));
        answer.headers().forEach((name, value) -> {
            // Kept is the path alone: the repeat may reach us under another name.
            response.header(name, HttpHeaders.LOCATION.equals(name) ? locations.of(value, uri) : value);
        });
        return response.build();
    }

    @SuppressWarnings("unchecked") // what was kept is what Created made
    private static Map<String, Object> tree(@Nullable Object body) {
        return body instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /**
     * What was created.
     *
     * @param path below the API, as {@code events/x}
     * @param tag its entity tag, with quotes
     */
    public record Created(String path, String tag, Map<String, Object> view) {
        private Answer answer() {
            return new Answer(201, Map.of(HttpHeaders.LOCATION, path, HttpHeaders.ETAG, tag), view);
        }
    }
}
