package foyer.media;

import foyer.media.ingest.SrtCall;
import java.time.Duration;
import java.time.Instant;
import org.opentest4j.TestAbortedException;

/** An origin of live pictures on trial, with the encoders that feed it and the viewers that watch. */
public interface TriedLiveOrigin {
    /** Of what is pushed before something is looked for. */
    Duration SOME_PICTURE = Duration.ofSeconds(7);

    LiveOrigin origin();

    /** Whether viewers are given nothing more of a rehearsal once the show has begun. */
    default boolean forgetsRehearsals() {
        return true;
    }

    /** Of a segment. */
    default Duration segment() {
        return Duration.ofSeconds(2);
    }

    /** By the clock that the origin goes by. */
    Instant now();

    /** Lets a tenth of a second of that clock go by, or a few. */
    void pause();

    /** An encoder that sends a moving picture with sound there, until it is ended; it need not be taken. */
    Encoder push(Ingest ingest);

    /** An encoder that waits at its listeners to be called, until it is ended; only for origins that have {@link LiveOrigin#callers}. */
    default Encoder listen(SrtCall call) {
        throw new TestAbortedException("No encoder listens here.");
    }

    /** Whether its master manifest is there for viewers, and the newest segment of each rendition that it names. */
    boolean plays(Broadcast broadcast);

    /** Whether who watches is told that no more will come. */
    boolean hasEnded(Broadcast broadcast);

    /** Whether a recording is there for viewers. */
    boolean plays(Broadcast broadcast, RecordingId recording);

    /** Sends until it is ended. */
    interface Encoder {
        void end();
    }

    default LiveTrial trial() {
        return new LiveTrial(this);
    }
}
