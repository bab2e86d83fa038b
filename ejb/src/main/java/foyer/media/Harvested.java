package foyer.media;

import java.time.Duration;

/** What came of making a recording of what was live. */
public sealed interface Harvested {

    /**
     * It plays where {@link VodLibrary#playback} says.
     *
     * @param size in bytes, of all there is of it
     */
    record Done(Duration length, long size) implements Harvested {}

    /** It is under way elsewhere, and to be asked about again. */
    record Running() implements Harvested {}

    /** No picture had come in that time. */
    record Nothing() implements Harvested {}

    /** With curable trouble, the same call may do later. */
    record Failed(Trouble trouble) implements Harvested {}
}
