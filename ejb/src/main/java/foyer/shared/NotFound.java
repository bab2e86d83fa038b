package foyer.shared;

/** Nothing is there, or nothing the caller may know of. */
public final class NotFound extends Problem {
    private static final long serialVersionUID = 1L;

    public NotFound(String what) {
        super(ProblemCode.NOT_FOUND, "There is no such " + what + ".");
    }
}
