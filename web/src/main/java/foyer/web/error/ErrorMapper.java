package foyer.web.error;

import foyer.edge.ErrorAnswer;
import foyer.shared.CurrentRequest;
import foyer.shared.Journal;
import foyer.shared.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Answers whatever was thrown below JAX-RS; what nobody expected is noted, and told as little as possible. */
@Provider
@ApplicationScoped
public class ErrorMapper implements ExceptionMapper<Throwable> {
    private static final Journal JOURNAL = Journal.of(ErrorMapper.class);

    @Inject
    Clock clock;

    @Context
    SecurityContext security;

    @Override
    public Response toResponse(Throwable thrown) {
        var answer = Failures.answerTo(thrown, security.getUserPrincipal() == null);
        if (answer.code() == ProblemCode.INTERNAL) {
            JOURNAL.alert("A call failed for a reason nobody expected.", Map.of(), thrown);
        }
        return response(answer, thrown);
    }

    private Response response(ErrorAnswer answer, Throwable thrown) {
        var response = Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(answer.json(CurrentRequest.id(), clock.instant()));
        answer.headers().forEach(response::header);
        if (thrown instanceof WebApplicationException refused) {
            var allowed = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            if (allowed != null) {
                response.header(HttpHeaders.ALLOW, withHead(allowed));
            }
        }
        return response.build();
    }

    // JAX-RS answers HEAD wherever there is a GET, and forgets to say so here.
    static String withHead(String allowed) {
        var methods = List.of(allowed.split("\\s*,\\s*", -1));
        return methods.contains("GET") && !methods.contains("HEAD") ? "HEAD, " + allowed : allowed;
    }
}
