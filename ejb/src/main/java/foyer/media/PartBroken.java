package foyer.media;

import foyer.shared.Finding;
import foyer.shared.Problem;
import foyer.shared.ProblemCode;
import java.util.List;
import java.util.Map;

/** A part did not come as it was announced, and nothing of it was kept. */
public final class PartBroken extends Problem {
    private static final long serialVersionUID = 1L;

    private final int part;
    private final long expected;

    public PartBroken(int part, long expected) {
        super(
                ProblemCode.VALIDATION_FAILED,
                "Part " + part + " has " + expected + " bytes, and others came. Nothing was kept; send it again.");
        this.part = part;
        this.expected = expected;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("part", (long) part, "size", expected);
    }

    @Override
    public List<Finding> findings() {
        return List.of(new Finding("body", "wrong_size", words()));
    }
}
