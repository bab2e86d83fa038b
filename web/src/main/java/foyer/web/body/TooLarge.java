package foyer.web.body;

import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import java.util.Map;

/** The body is longer than this deployment takes. */
public final class TooLarge extends Problem {
    private static final long serialVersionUID = 1L;

    private final int most;

    public TooLarge(int most) {
        super(ProblemCode.TOO_LARGE, "The body is longer than " + most + " bytes.");
        this.most = most;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("maxBytes", (long) most);
    }
}
