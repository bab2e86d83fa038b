package foyer.registration;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;

/** Every seat is taken. */
public final class SoldOut extends Problem {
    private static final long serialVersionUID = 1L;

    public SoldOut() {
        super(ProblemCode.SOLD_OUT, "Every seat of this event is taken.");
    }
}
