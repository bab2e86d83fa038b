package foyer.web.body;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The body is no JSON object, or none that is taken. */
public final class MalformedJson extends Problem {
    private static final long serialVersionUID = 1L;

    public MalformedJson(String message) {
        super(ProblemCode.MALFORMED_JSON, message);
    }
}
