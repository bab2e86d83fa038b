package foyer.payment.provider;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** A notice that the provider did not sign, or not lately. */
public final class BadSignature extends Problem {
    private static final long serialVersionUID = 1L;

    public BadSignature(String message) {
        super(ProblemCode.BAD_SIGNATURE, message);
    }
}
