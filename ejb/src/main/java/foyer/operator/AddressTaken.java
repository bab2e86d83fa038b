package foyer.operator;

import foyer.shared.Finding;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import java.util.List;

/** Another operator signs in with this address. */
public final class AddressTaken extends Problem {
    private static final long serialVersionUID = 1L;

    public AddressTaken() {
        super(ProblemCode.VALIDATION_FAILED, "Some fields need a correction; see details.fields.");
    }

    @Override
    public List<Finding> findings() {
        return List.of(new Finding("email", "taken", "Another operator has this address."));
    }
}
