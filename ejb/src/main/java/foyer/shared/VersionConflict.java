package foyer.shared;

/** Somebody else changed it meanwhile. */
public final class VersionConflict extends Problem {
    private static final long serialVersionUID = 1L;

    public VersionConflict(String what) {
        super(
                ProblemCode.VERSION_CONFLICT,
                "This " + what + " was changed meanwhile. Read it again and repeat your change.");
    }
}
