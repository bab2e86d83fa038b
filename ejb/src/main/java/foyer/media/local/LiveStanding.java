package foyer.media.local;

import foyer.media.ChannelState;
import foyer.media.ChannelStatus;
import foyer.media.InputHealth;
import foyer.media.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How a channel stands, and who feeds it: told by its own thread, by encoders and by whoever starts and stops it. */
final class LiveStanding {
    // Who comes back at once need not be sent away because what was before is not quite gone.
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Clock clock;
    private final BooleanSupplier full;
    private ChannelState state = ChannelState.STARTING;
    private boolean closing;
    private boolean hadInput;
    private @Nullable Instant stoppedAt;
    private @Nullable Trouble trouble;
    private @Nullable Ear free;
    private @Nullable LiveSeat taken;
    private @Nullable FeedMaking making;

    /** @param full whether the disk has no room for more; whoever asks for something else does not wait for it */
    LiveStanding(Clock clock, BooleanSupplier full) {
        this.clock = clock;
        this.full = new SpareRoom(full)::isFull;
    }

    /** Lets an encoder in; empty: another one is there, or none is taken. */
    Optional<RtmpDoor.Guest> enter() {
        return isFreeSoon() ? enter(full.getAsBoolean()) : Optional.empty();
    }

    private synchronized boolean isFreeSoon() {
        await(TURN, () -> (free != null && taken == null) || !isOn());
        return free != null && taken == null && isOn();
    }

    private synchronized Optional<RtmpDoor.Guest> enter(boolean withoutRoom) {
        if (free == null || taken != null || !isOn()) {
            return Optional.empty();
        }
        if (withoutRoom) {
            trouble = Complaint.fullWhileLive();
            return Optional.empty();
        }
        var seat = new LiveSeat(free, this::leave);
        free = null;
        taken = seat;
        hadInput = true;
        return Optional.of(seat);
    }

    private synchronized void leave(LiveSeat seat) {
        // One that never got to ffmpeg leaves it waiting for nobody.
        if (!seat.isKnown()) {
            seat.end();
        }
        if (taken == seat) {
            taken = null;
            notifyAll();
        }
    }

    synchronized ChannelStatus status() {
        var health = switch (state) {
            case IDLE, STOPPING, DELETING, DELETED, CREATING, CREATE_FAILED -> InputHealth.none();
            case STARTING, RUNNING, RECOVERING -> taken == null ? LiveHealth.without(hadInput) : taken.health();
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

    synchronized boolean isClosing() {
        return closing;
    }

    synchronized Instant stoppedAt() {
        return stoppedAt == null ? clock.instant() : stoppedAt;
    }

    /** Is called every second: ends what leads nowhere. */
    void look() {
        if (isFed() && full.getAsBoolean()) {
            endForRoom();
        }
    }

    private synchronized boolean isFed() {
        if (taken == null) {
            return false;
        }
        if (taken.leadsNowhere()) {
            taken.end();
            return false;
        }
        return true;
    }

    private synchronized void endForRoom() {
        if (taken != null) {
            trouble = Complaint.fullWhileLive();
            taken.end();
        }
    }

    /** Somebody can come in; false when it is to end. */
    synchronized boolean listens(Ear ear) {
        if (!isOn()) {
            return false;
        }
        free = ear;
        state = ChannelState.RUNNING;
        notifyAll();
        return true;
    }

    /** It ended without having heard anything: nobody is to be sent there. */
    synchronized void forget(Ear ear) {
        if (free == ear) {
            free = null;
        }
    }

    /** What comes by this ear is known by now. */
    synchronized void know(Ear ear, LiveInput input) {
        trouble = null;
        if (taken != null && taken.speaksTo(ear)) {
            taken.know(input);
        }
    }

    /** This is made now of what comes; it ends soon where the channel has to. */
    synchronized void feed(FeedMaking begun) {
        making = begun;
        if (!isOn()) {
            begun.endSoon();
        }
    }

    synchronized void complain(Trouble why) {
        trouble = why;
    }

    /** Nobody can come in until this is seen to. */
    synchronized void recover(Trouble why) {
        if (isOn()) {
            trouble = why;
            state = ChannelState.RECOVERING;
        }
    }

    /** Its thread has nothing more to do. */
    synchronized void end() {
        dismiss();
        taken = null;
        state = ChannelState.IDLE;
        notifyAll();
    }

    private synchronized void dismiss() {
        if (free != null) {
            free.close();
            free = null;
        }
        if (taken != null) {
            taken.end();
        }
        if (making != null) {
            making.endSoon();
            making = null;
        }
        notifyAll();
    }

    /** For a moment, unless it is to end. */
    synchronized void rest() {
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

    synchronized boolean isOver() {
        return state == ChannelState.IDLE;
    }

    synchronized boolean isOn() {
        return switch (state) {
            case STARTING, RUNNING, RECOVERING -> true;
            case IDLE, STOPPING, CREATING, CREATE_FAILED, DELETING, DELETED -> false;
        };
    }
}
