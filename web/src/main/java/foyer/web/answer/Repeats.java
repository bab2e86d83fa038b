package foyer.web.answer;

import foyer.shared.Ids;
import foyer.web.body.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;

/** Lets a caller who does not know whether a creation worked repeat it without creating anything twice. */
@ApplicationScoped
public class Repeats {
    @Inject
    Locations locations;

    /** @param work creates the thing under the id it is given */
    public Response created(UriInfo request, Submission submission, Function<String, Created> work) {
        var created = work.apply(Ids.fresh());
        return Answers.json(201, created.view())
                .location(locations.of(created.path(), request))
                .header(HttpHeaders.ETAG, created.tag())
                .build();
    }

    /**
     * What was created.
     *
     * @param path below the API, as {@code events/x}
     * @param tag its entity tag, with quotes
     */
    public record Created(String path, String tag, Map<String, Object> view) {}
}
