package foyer.media.cost;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How long a broadcast's channel has run and has waited, as it was seen by whoever looked after it. It is noted with the broadcast, so
 * that another node goes on with it. In whole milliseconds.
 *
 * @param readAt up to when it is known
 */
public record Meter(Duration running, Duration idle, Instant readAt) {
    public static Meter from(Instant now) {
        return new Meter(Duration.ZERO, Duration.ZERO, now.truncatedTo(ChronoUnit.MILLIS));
    }

    /**
     * Between two looks, however far apart, it has done what was last seen; or what is seen now, if that costs more: whoever started
     * it may have died before it was noted.
     */
    public Meter read(Billed before, Billed after, Instant now) {
        var moment = now.truncatedTo(ChronoUnit.MILLIS);
        if (!moment.isAfter(readAt)) {
            return this;
        }
        var time = Duration.between(readAt, moment);
        if (before == Billed.RUNNING || after == Billed.RUNNING) {
            return new Meter(running.plus(time), idle, moment);
        }
        return before == Billed.NOTHING
                ? new Meter(running, idle, moment)
                : new Meter(running, idle.plus(time), moment);
    }

    /** What was used so far. Who watched is not known here. */
    public LiveUse use() {
        return new LiveUse(running, idle, Duration.ZERO);
    }
}
