package foyer.media;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The address was for an upload, and is no longer. */
public final class PermitExpired extends Problem {
    private static final long serialVersionUID = 1L;

    PermitExpired() {
        super(ProblemCode.LINK_EXPIRED, "This address is no longer good. Ask for the recording: it names new ones.");
    }
}
