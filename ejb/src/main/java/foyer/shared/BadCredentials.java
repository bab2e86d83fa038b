package foyer.shared;

/** Whatever somebody offered as proof of who they are is wrong. Always the same, so that nobody learns what was wrong. */
public final class BadCredentials extends Problem {
    private static final long serialVersionUID = 1L;

    public BadCredentials() {
        super(ProblemCode.BAD_CREDENTIALS, "These credentials are not right.");
    }
}
