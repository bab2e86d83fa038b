package foyer.media;

import java.time.Duration;

/** How far the work on a recording has come. */
public sealed interface Transcode {

    /** It is under way elsewhere, and to be asked about again. */
    record Running(int percent) implements Transcode {}

    /** It plays, for so long. */
    record Done(Duration length) implements Transcode {}

    /** It never will, as it is. */
    record Failed(Trouble trouble) implements Transcode {}

    /** It was left off because somebody else has it by now, or nobody wants it any more. */
    record Left() implements Transcode {}
}
