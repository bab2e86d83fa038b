package foyer.mail;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The post office took nothing and may do so later. */
public sealed class OfficeClosed extends Problem permits SenderRefused {
    private static final long serialVersionUID = 1L;

    public OfficeClosed(String message, Throwable cause) {
        super(ProblemCode.UNAVAILABLE, message, cause);
    }
}
