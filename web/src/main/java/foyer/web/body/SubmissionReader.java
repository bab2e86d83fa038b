package foyer.web.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.time.Clock;

/**
 * Reads the body of a call as a {@link Submission}. JAX-RS asks for it after all filters, so who calls is known by then.
 * It intercepts rather than being one reader among others, for the container's JSON binding would come first.
 */
@Provider
@ApplicationScoped
public class SubmissionReader implements ReaderInterceptor {
    @Inject
    HttpSettings settings;

    @Inject
    Clock clock;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != Submission.class) {
            return context.proceed();
        }
        var headers = context.getHeaders();
        var length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        BodyHeaders.check(
                headers.getFirst(HttpHeaders.CONTENT_TYPE),
                headers.getFirst(HttpHeaders.CONTENT_ENCODING),
                length,
                settings.maxBody());
        var bytes = new BodyBytes(settings, clock).read(context.getInputStream());
        BodyHeaders.checkCameAsSent(length, bytes.length);
        return new Submission(JsonTree.read(bytes));
    }
}
