package foyer.media.aws;

/** A service refused to begin, for too many calls came at once: an answer, and no sign that it is down. */
final class AwsBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AwsBusy(Throwable cause) {
        super(cause);
    }
}
