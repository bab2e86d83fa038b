package foyer.media;

import foyer.event.Event;
import foyer.event.EventState;
import foyer.media.cost.LiveUse;
import java.time.Duration;
import java.time.Instant;

/**
 * The time that an event gives its channel.
 *
 * @param from when it is started by itself
 * @param begins when the event does; what was shown and stopped before was a rehearsal
 * @param until when it is stopped by itself
 * @param announced whether the public knows of the event, so that it is for somebody
 * @param takenDown whether the public has lost it for good
 */
record Slot(Instant from, Instant begins, Instant ends, Instant until, boolean announced, boolean takenDown) {

    static Slot of(Event event, LiveSettings settings, Instant now) {
        var begins = event.startsAt().toInstant();
        var ends = event.endsAt().toInstant();
        return new Slot(
                begins.minus(settings.lead()),
                begins,
                ends,
                ends.plus(settings.overrun()),
                announced(event.stateAt(now)),
                event.takenDown());
    }

    boolean overAt(Instant now) {
        return takenDown || !now.isBefore(until);
    }

    boolean lastsAt(Instant now) {
        return !now.isBefore(begins) && now.isBefore(ends);
    }

    /** Whether one that is idle is to be started without anybody asking. */
    boolean callsAt(Instant now) {
        return announced && !now.isBefore(from) && now.isBefore(ends);
    }

    /**
     * For how long a channel is still to be used where nobody starts or stops it by hand: it waits from now on for its time, runs until that
     * is over, and is removed when nobody can be behind any more. Every viewer watches from the event's beginning to its end; what of it is
     * over is in it too, for what was sent to whom is known nowhere else.
     */
    LiveUse useAhead(LiveSettings settings, long viewers, Instant now) {
        if (overAt(now)) {
            return LiveUse.NONE;
        }
        var starts = from.isBefore(now) ? now : from;
        return new LiveUse(
                Duration.between(starts, until),
                Duration.between(now, starts).plus(settings.linger()),
                watchedBy(viewers));
    }

    /** What alone is to be added where nothing is to come any more: all that viewers watched, if each did from beginning to end. */
    LiveUse allWatched(long viewers) {
        return new LiveUse(Duration.ZERO, Duration.ZERO, watchedBy(viewers));
    }

    private Duration watchedBy(long viewers) {
        return Duration.between(begins, ends).multipliedBy(viewers);
    }

    private static boolean announced(EventState state) {
        return switch (state) {
            case PUBLISHED, LIVE -> true;
            case DRAFT, ENDED, CANCELLED, ARCHIVED -> false;
        };
    }
}
