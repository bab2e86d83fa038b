package foyer.web.body;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The body is of a type or an encoding that is not taken. */
public final class UnsupportedBody extends Problem {
    private static final long serialVersionUID = 1L;

    public UnsupportedBody(String message) {
        super(ProblemCode.UNSUPPORTED_MEDIA_TYPE, message);
    }
}
