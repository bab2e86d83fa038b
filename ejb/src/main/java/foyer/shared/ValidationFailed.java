package foyer.shared;

import java.util.List;

/** A submission that breaks rules; it carries all findings at once. */
public final class ValidationFailed extends Problem {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public ValidationFailed(List<Finding> findings) {
        super(ProblemCode.VALIDATION_FAILED, "Some fields need a correction; see details.fields.");
        // A field may be read more than once: what is wrong with it is told once.
        this.findings = findings.stream().distinct().toList();
    }

    public ValidationFailed(String field, String code, String message) {
        this(List.of(new Finding(field, code, message)));
    }

    @Override
    public List<Finding> findings() {
        return findings;
    }
}
