package foyer.web.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;

/**
 * Reads the body of a call as a {@link Submission}. JAX-RS asks for it after all filters, so who calls is known by then.
 * It intercepts rather than being one reader among others, for the container's JSON binding would come first.
 */
@Provider
@ApplicationScoped
public class SubmissionReader implements ReaderInterceptor {
    @Inject
    Bodies bodies;

    @Context
    HttpServletRequest call;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != Submission.class) {
            return context.proceed();
        }
        return bodies.read(call.getRemoteAddr(), context.getHeaders()::getFirst, context.getInputStream());
    }
}
