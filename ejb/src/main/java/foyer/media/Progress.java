package foyer.media;

/** Hears how far a transcode has come. */
@FunctionalInterface
public interface Progress {
    /** @return false when the work is somebody else's by now, or nobody's: stop, and leave nothing */
    boolean reached(int percent);
}
