package foyer.web.error;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Keeps the container's own mapper of validation failures, which answers HTML, out of the way of {@link ErrorMapper}. */
@Provider
@ApplicationScoped
public class ValidationErrors implements ExceptionMapper<ValidationException> {
    @Inject
    ErrorMapper mapper;

    @Override
    public Response toResponse(ValidationException failed) {
        return mapper.toResponse(failed);
    }
}
