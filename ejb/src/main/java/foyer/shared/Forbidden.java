package foyer.shared;

/** The caller is known, and may not do this. */
public final class Forbidden extends Problem {
    private static final long serialVersionUID = 1L;

    public Forbidden(String message) {
        super(ProblemCode.FORBIDDEN, message);
    }
}
