package foyer.media.local;

/** The work was stopped: it is somebody else's, nobody's, or this server ends. */
final class LeftOff extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
