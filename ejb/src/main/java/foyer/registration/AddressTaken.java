package foyer.registration;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The address of a registration that was over has another one by now. */
public final class AddressTaken extends Problem {
    private static final long serialVersionUID = 1L;

    public AddressTaken() {
        super(ProblemCode.WRONG_STATE, "This address has registered anew meanwhile.");
    }
}
