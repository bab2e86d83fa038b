package foyer.web.error;

import foyer.edge.ErrorAnswer;
import foyer.shared.Finding;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import foyer.shared.ValidationFailed;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;

/** Puts whatever was thrown, and whatever status the container chose, into the product's own words. */
final class Failures {
    private static final ErrorAnswer INTERNAL = new ErrorAnswer(
            ProblemCode.INTERNAL, "Something went wrong here. It was noted under the request id of this answer.");

    private Failures() {}

    /** @param anonymous whether nobody is signed in: the container's refusal does not say which of the two it means */
    static ErrorAnswer answerTo(Throwable thrown, boolean anonymous) {
        if (thrown instanceof Problem problem) {
            return ErrorAnswer.of(problem);
        }
        if (thrown instanceof EJBAccessException) {
            return ofStatus(anonymous ? 401 : 403);
        }
        if (thrown instanceof WebApplicationException refused) {
            return ofStatus(refused.getResponse().getStatus());
        }
        if (thrown instanceof ConstraintViolationException violated) {
            return violations(violated);
        }
        if (thrown instanceof EJBException && thrown.getCause() != null) {
            return answerTo(thrown.getCause(), anonymous);
        }
        return INTERNAL;
    }

    /** For refusals of the container and of JAX-RS, which come as a bare status. */
    static ErrorAnswer ofStatus(int status) {
        return switch (status) {
            case 401 ->
                new ErrorAnswer(
                        ProblemCode.UNAUTHENTICATED, "Sign in first: send an operator's access token as Bearer.");
            case 403 -> new ErrorAnswer(ProblemCode.FORBIDDEN, "You may not do this.");
            case 404 -> new ErrorAnswer(ProblemCode.NOT_FOUND, "There is nothing at this address.");
            case 405, 501 ->
                new ErrorAnswer(ProblemCode.METHOD_NOT_ALLOWED, "This method is not known here; see Allow.");
            case 406 -> new ErrorAnswer(ProblemCode.NOT_ACCEPTABLE, "This is not available in a type that you accept.");
            case 412 -> new ErrorAnswer(ProblemCode.VERSION_CONFLICT, "This was changed meanwhile.");
            case 413 -> new ErrorAnswer(ProblemCode.TOO_LARGE, "The request is too large.");
            case 414 -> new ErrorAnswer(ProblemCode.URI_TOO_LONG, "The address is too long.");
            case 415 ->
                new ErrorAnswer(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send the body as application/json in UTF-8.");
            case 429 -> new ErrorAnswer(ProblemCode.TOO_MANY_REQUESTS, "Too many calls; come back in a moment.");
            case 503 ->
                new ErrorAnswer(ProblemCode.UNAVAILABLE, "This is not available at present; come back in a moment.");
            default ->
                status < 500
                        ? new ErrorAnswer(ProblemCode.VALIDATION_FAILED, "The request is not well formed.")
                        : INTERNAL;
        };
    }

    private static ErrorAnswer violations(ConstraintViolationException violated) {
        return ErrorAnswer.of(new ValidationFailed(violated.getConstraintViolations().stream()
                .map(violation ->
                        new Finding(String.valueOf(violation.getPropertyPath()), "invalid", violation.getMessage()))
                .toList()));
    }
}
