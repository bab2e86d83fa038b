package foyer.registration;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** Nobody can register now. */
public final class RegistrationClosed extends Problem {
    private static final long serialVersionUID = 1L;

    RegistrationClosed(String message) {
        super(ProblemCode.REGISTRATION_CLOSED, message);
    }
}
