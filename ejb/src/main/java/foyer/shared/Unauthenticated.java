package foyer.shared;

/** The call needs a caller who said who they are. */
public final class Unauthenticated extends Problem {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String message) {
        super(ProblemCode.UNAUTHENTICATED, message);
    }
}
