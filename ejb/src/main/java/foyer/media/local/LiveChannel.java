package foyer.media.local;

import foyer.media.BroadcastRef;
import foyer.media.ChannelState;
import foyer.media.ChannelStatus;
import foyer.media.InputHealth;
import foyer.media.Trouble;
import foyer.shared.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A channel that runs: waits for an encoder, makes a feed of what comes, and waits for the next. One thread does so until it is
 * stopped.
 */
final class LiveChannel {
    private static final Journal JOURNAL = Journal.of(LiveChannel.class);
    // Who comes back at once need not be sent away because what was before is not quite gone.
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration UNKNOWN_FOR = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int LAST_WORDS_SECONDS = 10;
    private static final int BUFFER = 64 << 10;

    private final LocalSettings settings;
    private final int rungs;
    private final Programs programs;
    private final Clock clock;
    private final Feeds feeds = new Feeds();
    private final BroadcastRef broadcast;
    private final ChannelNotes notes;
    private final Path plays;

    private ChannelState state = ChannelState.STARTING;
    private boolean closing;
    private boolean hadInput;
    private @Nullable Instant stoppedAt;
    private @Nullable Trouble trouble;
    private @Nullable Ear free;
    private @Nullable Seat taken;
    private @Nullable Process encoder;
    private @Nullable Thread thread;

    LiveChannel(LocalSettings settings, int rungs, Programs programs, Clock clock, BroadcastRef broadcast) {
        this.settings = settings;
        this.rungs = rungs;
        this.programs = programs;
        this.clock = clock;
        this.broadcast = broadcast;
        var shelves = LiveShelves.of(settings);
        this.notes = shelves.notes(broadcast);
        this.plays = shelves.plays(broadcast);
    }

    /** An encoder that came in, and whom it speaks to. */
    private final class Seat implements RtmpDoor.Guest {
        final Ear ear;
        final BitMeter meter = new BitMeter(System::nanoTime);

        @Nullable
        LiveInput input;

        Seat(Ear ear) {
            this.ear = ear;
        }

        @Override
        public int port() {
            return ear.port();
        }

        @Override
        public void bytes(long count) {
            meter.add(count);
        }

        @Override
        public void heard(LiveTrack track) {
            meter.heard(track);
        }

        @Override
        public void left() {
            leave(this);
        }
    }

    synchronized void start() {
        thread = Daemons.run("live-" + broadcast.id().value(), this::run);
    }

    /** Lets an encoder in; empty: another one is there, or none is taken. */
    synchronized Optional<RtmpDoor.Guest> enter() {
        await(TURN, () -> (free != null && taken == null) || !isOn());
        if (free == null || taken != null || !isOn()) {
            return Optional.empty();
        }
        if (isFull()) {
            trouble = Complaint.fullWhileLive();
            return Optional.empty();
        }
        var seat = new Seat(free);
        free = null;
        taken = seat;
        hadInput = true;
        return Optional.of(seat);
    }

    synchronized ChannelStatus status() {
        var health = switch (state) {
            case IDLE, STOPPING, DELETING, DELETED, CREATING, CREATE_FAILED -> InputHealth.none();
            case STARTING, RUNNING, RECOVERING ->
                taken == null ? LiveHealth.without(hadInput) : LiveHealth.of(taken.meter, taken.input);
        };
        return new ChannelStatus(state, health, trouble);
    }

    /** From now on nobody is let in, and what came is brought to its end. */
    synchronized void stop() {
        if (isOn()) {
            state = ChannelState.STOPPING;
            stoppedAt = clock.instant();
            dismiss();
        }
    }

    /** The same, because this server ends: afterwards it goes on. */
    synchronized void close() {
        closing = true;
        stop();
    }

    synchronized boolean isOver() {
        return state == ChannelState.IDLE;
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
    synchronized void look() {
        if (taken == null) {
            return;
        }
        var isUnknown = !taken.ear.isKnown() && taken.meter.age().compareTo(UNKNOWN_FOR) > 0;
        if (isUnknown || taken.meter.silence().compareTo(LiveHealth.GONE) > 0) {
            taken.ear.close();
        } else if (isFull()) {
            trouble = Complaint.fullWhileLive();
            taken.ear.close();
        }
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
                forget(ear);
                rest();
                return listening();
            }
            return fed(ear, input.get());
        } catch (IOException | RuntimeException failing) {
            JOURNAL.warn(
                    "A live picture cannot be made.",
                    Map.of("broadcast", broadcast.id().value()),
                    failing);
            complain(new Trouble("This server cannot make the live picture: " + failing.getMessage(), true));
            rest();
            return listening();
        }
    }

    private Optional<Ear> fed(Ear ear, LiveInput input) throws IOException {
        know(ear, input);
        var ladder = notes.ladder().orElseGet(() -> notes.keep(LiveLadder.of(input, rungs)));
        var feed = notes.begin(beginning());
        var encoding = new LiveEncoding(settings.ffmpeg(), settings.threads(), input, ladder, plays, feed.name());
        encoding.folders().forEach(Disk::folder);
        var complaints = notes.folder().resolve("encode.log");
        var process = programs.begin(encoding.command(), ProcessBuilder.Redirect.to(complaints.toFile()));
        JOURNAL.note(
                "An encoder feeds a channel.",
                Map.of("broadcast", broadcast.id().value(), "feed", feed.name(), "input", input));
        feed(process);
        pump(ear, process);
        ear.close();
        // Who comes back is heard while the last of this is written.
        var next = listening();
        if (!isEnded(process)) {
            complain(Complaint.in(complaints).onEncoding());
        }
        JOURNAL.note("A feed ended.", Map.of("broadcast", broadcast.id().value(), "feed", feed.name()));
        return next;
    }

    // Clocks may be set back, and encoders may send faster than it is shown: what follows never begins before.
    private Instant beginning() {
        var now = clock.instant();
        var before = feeds.of(notes, plays);
        if (before.isEmpty()) {
            return now;
        }
        var end = before.get(before.size() - 1).endsAt();
        return end.isAfter(now) ? end : now;
    }

    private static void pump(Ear ear, Process encoder) {
        var buffer = new byte[BUFFER];
        try (var to = encoder.getOutputStream()) {
            var from = ear.heard();
            for (var count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                to.write(buffer, 0, count);
                to.flush();
            }
        } catch (IOException gone) {
            // One of both ended: how the encoder did says more.
        }
    }

    private static boolean isEnded(Process encoder) {
        try {
            return encoder.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS) && encoder.exitValue() == 0;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            encoder.destroyForcibly();
        }
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
                recover(new Trouble(
                        String.format(
                                Locale.ROOT, "%s cannot be run on the server: install ffmpeg.", settings.ffmpeg()),
                        true));
            }
            rest();
        }
    }

    private Optional<Ear> opened() throws IOException {
        if (!isOn()) {
            return Optional.empty();
        }
        var ear = Ear.open(programs, settings.ffmpeg());
        synchronized (this) {
            if (!isOn()) {
                ear.close();
                return Optional.empty();
            }
            free = ear;
            state = ChannelState.RUNNING;
            notifyAll();
            return Optional.of(ear);
        }
    }

    private synchronized void feed(Process process) {
        encoder = process;
        if (!isOn()) {
            endSoon(process);
        }
    }

    // One that takes nothing in any more would keep whoever writes to it for ever.
    private static void endSoon(Process process) {
        CompletableFuture.delayedExecutor(LAST_WORDS_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    private synchronized void know(Ear ear, LiveInput input) {
        trouble = null;
        if (taken != null && taken.ear == ear) {
            taken.input = input;
        }
    }

    private synchronized void complain(Trouble why) {
        trouble = why;
    }

    private synchronized void recover(Trouble why) {
        if (isOn()) {
            trouble = why;
            state = ChannelState.RECOVERING;
        }
    }

    // It ended without having heard anything: nobody is to be sent there.
    private synchronized void forget(Ear ear) {
        if (free == ear) {
            free = null;
        }
    }

    private synchronized void leave(Seat seat) {
        // One that never got to ffmpeg leaves it waiting for nobody.
        if (!seat.ear.isKnown()) {
            seat.ear.close();
        }
        if (taken == seat) {
            taken = null;
            notifyAll();
        }
    }

    private synchronized void dismiss() {
        if (free != null) {
            free.close();
            free = null;
        }
        if (taken != null) {
            taken.ear.close();
        }
        if (encoder != null) {
            endSoon(encoder);
            encoder = null;
        }
        notifyAll();
    }

    private void end() {
        try {
            if (!isClosing()) {
                notes.end(stoppedAt());
            }
        } finally {
            synchronized (this) {
                dismiss();
                taken = null;
                state = ChannelState.IDLE;
                notifyAll();
            }
        }
    }

    private synchronized void rest() {
        await(PAUSE, () -> !isOn());
    }

    private synchronized void await(Duration atMost, BooleanSupplier condition) {
        var until = System.nanoTime() + atMost.toNanos();
        try {
            while (!condition.getAsBoolean() && System.nanoTime() < until) {
                wait(PAUSE.toMillis());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Thread running() {
        return thread;
    }

    private synchronized Instant stoppedAt() {
        return stoppedAt == null ? clock.instant() : stoppedAt;
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    synchronized boolean isOn() {
        return switch (state) {
            case STARTING, RUNNING, RECOVERING -> true;
            case IDLE, STOPPING, CREATING, CREATE_FAILED, DELETING, DELETED -> false;
        };
    }

    private boolean isFull() {
        return Disk.free(notes.folder()) < settings.spare();
    }
}
