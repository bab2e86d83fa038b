package foyer.web.answer;

import foyer.edge.JsonText;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;

/** Answers in JSON, kept by nobody unless said otherwise. */
public final class Answers {
    private Answers() {}

    public static ResponseBuilder ok(Map<String, ?> tree) {
        return json(200, tree);
    }

    public static ResponseBuilder json(int status, Map<String, ?> tree) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(JsonText.of(tree));
    }
}
