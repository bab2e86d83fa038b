package foyer.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Map;

/**
 * A refusal: something the caller did or met that the product expects and answers in words. A bug is no problem but an
 * {@link IllegalStateException}.
 */
@ApplicationException(inherited = true)
public abstract class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;

    protected Problem(ProblemCode code, String message) {
        super(message);
        this.code = code;
    }

    protected Problem(ProblemCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public final ProblemCode code() {
        return code;
    }

    /** The words for the caller: never null, says what to do. */
    public final String words() {
        return String.valueOf(getMessage());
    }

    /** What the answer's {@code details} tell beside the request id; values of the neutral tree (see {@link Fields}). */
    public Map<String, Object> details() {
        return Map.of();
    }

    /** What was found wrong field by field; empty unless the submission was read and refused. */
    public List<Finding> findings() {
        return List.of();
    }
}
