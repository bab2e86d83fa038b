package foyer.sandbox.http;

/** A request the sandbox does not take; told to the caller as {@code {"error": {code, message}}}. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    public Refusal(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Refusal notFound(String path) {
        return new Refusal(404, "not_found", "Nothing is at " + path + ".");
    }

    public static Refusal invalid(String message) {
        return new Refusal(400, "validation_failed", message);
    }

    public Answer toAnswer() {
        return Answer.error(status, code, String.valueOf(getMessage()));
    }
}
