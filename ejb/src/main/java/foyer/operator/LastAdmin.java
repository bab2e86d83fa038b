package foyer.operator;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** Without this one nobody could administer any more. */
public final class LastAdmin extends Problem {
    private static final long serialVersionUID = 1L;

    public LastAdmin() {
        super(ProblemCode.WRONG_STATE, "This is the last admin. Make somebody else an admin first.");
    }
}
