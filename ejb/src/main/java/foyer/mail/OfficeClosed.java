package foyer.mail;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The post office took nothing and may do so later. */
public final class OfficeClosed extends Problem {
    private static final long serialVersionUID = 1L;

    public OfficeClosed(String message, Throwable cause) {
        super(ProblemCode.UNAVAILABLE, message, cause);
    }
}
