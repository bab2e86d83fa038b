package foyer.launch;

/** Something the start needs is not there or did not come up; the message says what, in words for the person who runs it. */
public final class CannotLaunch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotLaunch(String message) {
        super(message);
    }

    public CannotLaunch(String message, Throwable cause) {
        super(message, cause);
    }
}
