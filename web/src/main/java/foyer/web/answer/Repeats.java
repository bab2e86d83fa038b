package foyer.web.answer;

import foyer.traffic.Answer;
import foyer.traffic.FreshId;
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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

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
            HttpServletRequest request, UriInfo uri, Submission submission, Function<FreshId, Created> work) {
        var answer =
                once(request, uri.getPath(), submission, id -> work.apply(id).answer());
        var response = Answers.of(answer);
        // Kept is the path alone: the repeat may reach us under another name.
        var location = locations.of(String.valueOf(answer.headers().get(HttpHeaders.LOCATION)), uri);
        response.getHeaders().putSingle(HttpHeaders.LOCATION, location);
        return response;
    }

    /**
     * Does what can be done once only, or answers what was answered then. Kept is all of it, sealed: it may hold a token.
     *
     * @param path below the API
     */
    public Answer once(HttpServletRequest request, String path, Submission submission, Supplier<Answer> work) {
        return once(request, path, submission, id -> work.get());
    }

    /**
     * The same for what is made under an id.
     *
     * @param work is given the same id whenever it has to begin again, and does nothing more for one that it knows
     */
    public Answer once(HttpServletRequest request, String path, Submission submission, Function<FreshId, Answer> work) {
        var key = request.getHeader(KEY);
        if (key == null) {
            return work.apply(FreshId.ofAFirstCall());
        }
        var caller = Callers.name(request);
        return repeating.once(new RequestKey(caller, path, key, submission.tree()), work);
    }

    /**
     * What was created.
     *
     * @param path below the API, as {@code events/x}
     * @param tag its entity tag, with quotes
     * @param more headers of the answer
     */
    public record Created(String path, String tag, Map<String, String> more, Map<String, Object> view) {
        public Created(String path, String tag, Map<String, Object> view) {
            this(path, tag, Map.of(), view);
        }

        private Answer answer() {
            var headers = new LinkedHashMap<>(more);
            headers.put(HttpHeaders.LOCATION, path);
            headers.put(HttpHeaders.ETAG, tag);
            return new Answer(201, headers, view);
        }
    }
}
