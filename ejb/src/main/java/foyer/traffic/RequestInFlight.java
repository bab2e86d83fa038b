package foyer.traffic;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** The same call is being worked on at this moment; its answer can be fetched with the same key a little later. */
public final class RequestInFlight extends Problem {
    private static final long serialVersionUID = 1L;

    RequestInFlight() {
        super(
                ProblemCode.REQUEST_IN_FLIGHT,
                "A request with this Idempotency-Key is still being worked on. Repeat it in a moment.");
    }
}
