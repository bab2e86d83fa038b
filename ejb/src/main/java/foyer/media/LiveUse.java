package foyer.media;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a channel is used.
 *
 * @param idle how long it is there and does not run
 * @param watched by all viewers together
 */
record LiveUse(Duration running, Duration idle, Duration watched) {
    static final LiveUse NONE = new LiveUse(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /**
     * What is still to come where nobody starts or stops it by hand: it waits from now on for its time, runs until that is over, and is
     * removed when nobody can be behind any more. Every viewer watches from the event's beginning to its end; what of it is over is in it too,
     * for what was sent to whom is known nowhere else.
     */
    static LiveUse ahead(Slot slot, LiveSettings settings, long viewers, Instant now) {
        if (slot.overAt(now)) {
            return NONE;
        }
        return new LiveUse(
                Duration.between(later(slot.from(), now), slot.until()),
                Duration.between(now, later(slot.from(), now)).plus(settings.linger()),
                watchedBy(viewers, slot));
    }

    /** What alone is to be added where nothing is to come any more: all that viewers watched, if each did from beginning to end. */
    static LiveUse allWatched(Slot slot, long viewers) {
        return new LiveUse(Duration.ZERO, Duration.ZERO, watchedBy(viewers, slot));
    }

    LiveUse plus(LiveUse other) {
        return new LiveUse(running.plus(other.running), idle.plus(other.idle), watched.plus(other.watched));
    }

    private static Duration watchedBy(long viewers, Slot slot) {
        return Duration.between(slot.begins(), slot.ends()).multipliedBy(viewers);
    }

    private static Instant later(Instant moment, Instant now) {
        return moment.isBefore(now) ? now : moment;
    }
}
