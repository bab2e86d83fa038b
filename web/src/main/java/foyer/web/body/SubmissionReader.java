package foyer.web.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Clock;

/** Reads the body of a call as a {@link Submission}; JAX-RS asks for it after all filters, so who calls is known by then. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD}) // by name, or else the container's own reader comes first
@ApplicationScoped
public class SubmissionReader implements MessageBodyReader<Submission> {
    @Inject
    HttpSettings settings;

    @Inject
    Clock clock;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Submission.class;
    }

    @Override
    public Submission readFrom(
            Class<Submission> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        BodyHeaders.check(
                headers.getFirst(HttpHeaders.CONTENT_TYPE),
                headers.getFirst(HttpHeaders.CONTENT_ENCODING),
                headers.getFirst(HttpHeaders.CONTENT_LENGTH),
                settings.maxBody());
        return new Submission(JsonTree.read(new BodyBytes(settings, clock).read(stream)));
    }
}
