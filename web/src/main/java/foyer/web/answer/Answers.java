package foyer.web.answer;

import foyer.edge.JsonText;
import foyer.traffic.Answer;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

    /** As it was decided, or as it was kept of the first time. */
    public static Response of(Answer answer) {
        var response = json(answer.status(), tree(answer.body()));
        answer.headers().forEach(response::header);
        return response.build();
    }

    @SuppressWarnings("unchecked") // what use cases answer are trees by the API's names
    private static Map<String, Object> tree(@Nullable Object body) {
        return body instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
