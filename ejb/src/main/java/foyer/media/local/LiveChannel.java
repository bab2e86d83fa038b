package foyer.media.local;

import foyer.media.BroadcastRef;
import foyer.media.ChannelStatus;
import foyer.media.Trouble;
import foyer.shared.Journal;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A channel that runs: waits for an encoder, makes a feed of what comes, and waits for the next. One thread does so until it is
 * stopped.
 */
final class LiveChannel {
    private static final Journal JOURNAL = Journal.of(LiveChannel.class);

    private final LocalSettings settings;
    private final Programs programs;
    private final BroadcastRef broadcast;
    private final ChannelNotes notes;
    private final FeedMaker feeds;
    private final LiveStanding standing;
    private @Nullable Thread thread;

    LiveChannel(LocalSettings settings, int rungs, Programs programs, Clock clock, BroadcastRef broadcast) {
        this.settings = settings;
        this.programs = programs;
        this.broadcast = broadcast;
        var shelves = LiveShelves.of(settings);
        this.notes = shelves.notes(broadcast);
        this.feeds = new FeedMaker(settings, rungs, programs, clock, notes, shelves.plays(broadcast));
        this.standing = new LiveStanding(clock, this::isFull);
    }

    synchronized void start() {
        thread = Daemons.run("live-" + broadcast.id().value(), this::run);
    }

    /** Lets an encoder in; empty: another one is there, or none is taken. */
    Optional<RtmpDoor.Guest> enter() {
        return standing.enter();
    }

    ChannelStatus status() {
        return standing.status();
    }

    /** From now on nobody is let in, and what came is brought to its end. */
    void stop() {
        standing.stop();
    }

    /** The same, because this server ends: afterwards it goes on. */
    void close() {
        standing.close();
    }

    boolean isOn() {
        return standing.isOn();
    }

    boolean isOver() {
        return standing.isOver();
    }

    /** Waits until it is over, so long at most; answers whether it is. */
    boolean isOverWithin(Duration patience) {
        var running = running();
        try {
            if (running != null) {
                running.join(patience.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        return isOver();
    }

    /** Is called every second: ends what leads nowhere. */
    void look() {
        standing.look();
    }

    private void run() {
        try {
            var ear = listening();
            while (ear.isPresent()) {
                ear = served(ear.get());
            }
        } finally {
            end();
        }
    }

    /** The next one to wait for. */
    private Optional<Ear> served(Ear ear) {
        try (ear) {
            var input = ear.input().filter(known -> !known.isEmpty());
            if (input.isEmpty()) {
                standing.forget(ear);
                standing.rest();
                return listening();
            }
            return fed(ear, input.get());
        } catch (IOException | RuntimeException failing) {
            JOURNAL.warn(
                    "A live picture cannot be made.",
                    Map.of("broadcast", broadcast.id().value()),
                    failing);
            standing.complain(new Trouble("This server cannot make the live picture: " + failing.getMessage(), true));
            standing.rest();
            return listening();
        }
    }

    private Optional<Ear> fed(Ear ear, LiveInput input) throws IOException {
        standing.know(ear, input);
        var feed = feeds.begin(input);
        JOURNAL.note(
                "An encoder feeds a channel.",
                Map.of("broadcast", broadcast.id().value(), "feed", feed.name(), "input", input));
        standing.feed(feed);
        feed.take(ear.heard());
        ear.close();
        // Who comes back is heard while the last of this is written.
        var next = listening();
        if (!feed.isEndedWell()) {
            standing.complain(feed.trouble());
        }
        JOURNAL.note("A feed ended.", Map.of("broadcast", broadcast.id().value(), "feed", feed.name()));
        return next;
    }

    /** One that waits; empty: it is to end. */
    private Optional<Ear> listening() {
        while (true) {
            try {
                var ear = opened();
                if (ear.isPresent() || !isOn()) {
                    return ear;
                }
            } catch (IOException missing) {
                standing.recover(new Trouble(
                        String.format(
                                Locale.ROOT, "%s cannot be run on the server: install ffmpeg.", settings.ffmpeg()),
                        true));
            }
            standing.rest();
        }
    }

    private Optional<Ear> opened() throws IOException {
        if (!isOn()) {
            return Optional.empty();
        }
        var ear = Ear.open(programs, settings.ffmpeg());
        if (!standing.listens(ear)) {
            ear.close();
            return Optional.empty();
        }
        return Optional.of(ear);
    }

    private void end() {
        try {
            if (!standing.isClosing()) {
                notes.end(standing.stoppedAt());
            }
        } finally {
            standing.end();
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }

    private boolean isFull() {
        return Disk.free(notes.folder()) < settings.spare();
    }
}
