package foyer.traffic;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The key already stands for a call with another body. */
public final class KeyReused extends Problem {
    private static final long serialVersionUID = 1L;

    KeyReused() {
        super(
                ProblemCode.IDEMPOTENCY_KEY_REUSED,
                "This Idempotency-Key was used for another body. Take a new key for a new request.");
    }
}
