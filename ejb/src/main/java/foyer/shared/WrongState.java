package foyer.shared;

/** The thing is not in a state in which this can be done. */
public final class WrongState extends Problem {
    private static final long serialVersionUID = 1L;

    public WrongState(String message) {
        super(ProblemCode.WRONG_STATE, message);
    }

    public WrongState(String message, Throwable cause) {
        super(ProblemCode.WRONG_STATE, message, cause);
    }
}
