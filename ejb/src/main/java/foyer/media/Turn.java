package foyer.media;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What changes that a channel should be without anybody asking, and why. */
enum Turn {
    AHEAD("Its event is about to begin."),
    CALLED_OFF("Its event is cancelled or archived."),
    OVERRUN("Its event has been over for long."),
    UNFED("No encoder has sent for long."),
    OVER("It is over, and nothing is left to record.");

    private final String reason;

    Turn(String reason) {
        this.reason = reason;
    }

    /** What the time, the event and the encoder mean for a broadcast; empty: nothing new. */
    static Optional<Turn> of(Broadcast broadcast, Slot slot, LiveSettings settings, Instant now) {
        return switch (broadcast.wanted()) {
            case RUNNING -> ofRunning(broadcast, slot, settings.unfed(), now);
            case IDLE -> ofIdle(broadcast, slot, settings.linger(), now);
            case DELETED -> Optional.empty();
        };
    }

    private static Optional<Turn> ofRunning(Broadcast broadcast, Slot slot, Duration unfed, Instant now) {
        if (slot.takenDown()) {
            return Optional.of(CALLED_OFF);
        }
        if (slot.overAt(now)) {
            return Optional.of(OVERRUN);
        }
        // An encoder that comes back in the midst of its event is never too late.
        return slot.lastsAt(now)
                        || now.isBefore(missedSince(broadcast, slot, now).plus(unfed))
                ? Optional.empty()
                : Optional.of(UNFED);
    }

    private static Optional<Turn> ofIdle(Broadcast broadcast, Slot slot, Duration linger, Instant now) {
        var stopped = broadcast.airtime().stoppedAt();
        var watched = broadcast.over() && stopped != null && now.isBefore(stopped.plus(linger));
        if (broadcast.toBeHarvested(slot) || watched) {
            return Optional.empty();
        }
        if (broadcast.over() || slot.overAt(now)) {
            return Optional.of(OVER);
        }
        var decided = stopped != null && !stopped.isBefore(slot.from());
        return slot.callsAt(now) && !decided ? Optional.of(AHEAD) : Optional.empty();
    }

    // Nobody is missed before the event who was not asked for: from the lead on the encoder has until after the
    // beginning.
    private static Instant missedSince(Broadcast broadcast, Slot slot, Instant now) {
        var airtime = broadcast.airtime();
        var since = airtime.fedAt() == null ? airtime.startedAt() : airtime.fedAt();
        var last = since == null ? broadcast.createdAt() : since;
        return !now.isBefore(slot.from()) && last.isBefore(slot.begins()) ? slot.begins() : last;
    }

    String reason() {
        return reason;
    }

    /** Whether it follows from the time and the event alone, however the channel is fed. */
    boolean byTheClock() {
        return switch (this) {
            case AHEAD, CALLED_OFF, OVERRUN -> true;
            case UNFED, OVER -> false;
        };
    }
}
