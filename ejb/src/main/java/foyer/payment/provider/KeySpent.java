package foyer.payment.provider;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/**
 * The provider failed at a call, and would say so again to whoever repeats it under the same key, though it may have been
 * carried out: look first, then ask anew.
 */
public final class KeySpent extends Problem {
    private static final long serialVersionUID = 1L;

    public KeySpent(Throwable cause) {
        super(ProblemCode.UNAVAILABLE, "The payment provider fails at present. Please try again soon.", cause);
    }
}
