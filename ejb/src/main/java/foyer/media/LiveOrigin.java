package foyer.media;

import foyer.media.cost.BilledChannel;
import foyer.shared.WrongState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Keeps channels that take an encoder's picture in and give it out live. A channel belongs to a broadcast, by its event and its
 * id. Every call may come twice, and answers soon: what takes time goes on afterwards, and {@link #status} tells how far it has
 * come. What does not answer fails with {@link foyer.shared.Unavailable}.
 */
public interface LiveOrigin {
    /** What this deployment lacks for live channels, in words for its operator; empty: nothing. */
    Optional<String> lacking();

    /** Fails with {@link WrongState} that says what is lacking. */
    default void ready() {
        lacking().ifPresent(words -> {
            throw new WrongState(words);
        });
    }

    /** What of a channel is paid for by its time; empty: nothing. */
    default Optional<BilledChannel> billed() {
        return Optional.empty();
    }

    /** What would keep a channel from being made, as far as that can be told without making it: nothing is made by this. */
    default Preflight preflight(Broadcast planned) {
        return Preflight.unknown();
    }

    /** Makes the channel: {@code CREATING}, then {@code IDLE}, or {@code CREATE_FAILED} with trouble. One that is there stays. */
    void provision(Broadcast broadcast);

    /**
     * How many of a channel's pipelines each call an encoder that listens by SRT ({@link Broadcast#call}); empty: none does, for this
     * origin cannot.
     */
    default OptionalInt callers() {
        return OptionalInt.empty();
    }

    /** Whether captions that lie in the picture ({@link Broadcast#captions}) are read out of it, for viewers to choose. */
    default boolean readsCaptions() {
        return false;
    }

    /** Where its encoder sends to, unless it is called; the same before and after the channel is made. */
    Ingest ingest(Broadcast broadcast);

    /**
     * Begins to listen: {@code STARTING}, then {@code RUNNING}. One that was stopped goes on: what it showed since it was begun
     * ({@link Airtime#startedAt}) stays, and what it showed before was a rehearsal, of which viewers are given nothing more. Nothing
     * happens to one that runs, or that is none.
     */
    void start(Broadcast broadcast);

    /**
     * Ends it: {@code STOPPING}, then {@code IDLE}. The encoder is let go, and who watches comes to the end of what was shown,
     * at once or when nobody takes it back any more.
     * Nothing happens to one that does not run.
     */
    void stop(Broadcast broadcast);

    /** What can be seen of it; {@code DELETED} for one that is none. */
    ChannelStatus status(Broadcast broadcast);

    /** A small picture of what comes in, as JPEG and some seconds old; empty: nothing does, or there is none yet. */
    default Optional<byte[]> thumbnail(Broadcast broadcast) {
        return Optional.empty();
    }

    /** Where it plays, or will: {@code …/{eventId}/live/{broadcastId}/master.m3u8}. */
    URI playback(Broadcast broadcast);

    /**
     * Makes a recording of what was live, that {@link VodLibrary} plays and deletes like any other. In whole segments: it may be one
     * longer or shorter than asked. Once it is done, asking again is answered the same.
     */
    Harvested harvest(Broadcast broadcast, Instant from, Instant until, RecordingId into);

    /** For how long after its end a harvest can still find what was live; empty: until it is retired. */
    default Optional<Duration> keeps() {
        return Optional.empty();
    }

    /** Removes all there is of it, running or not, but the recordings: {@code DELETING}, then {@code DELETED}. */
    void retire(Broadcast broadcast);

    /** Removes likewise what {@link #present} told of, and of which nothing else is known. */
    void retire(BroadcastRef left);

    /** All channels that there are, whatever their state: who owns them is to be asked elsewhere. */
    Set<BroadcastRef> present();
}
