package foyer.media.cost;

import java.time.Duration;

/**
 * For how long a channel is used.
 *
 * @param idle how long it is there and does not run
 * @param watched by all viewers together
 */
public record LiveUse(Duration running, Duration idle, Duration watched) {
    public static final LiveUse NONE = new LiveUse(Duration.ZERO, Duration.ZERO, Duration.ZERO);

    public LiveUse plus(LiveUse other) {
        return new LiveUse(running.plus(other.running), idle.plus(other.idle), watched.plus(other.watched));
    }
}
