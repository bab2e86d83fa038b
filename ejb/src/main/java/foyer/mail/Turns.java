package foyer.mail;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose turn it is at the post office: at the provider's rate, nobody's while it rests, and never a letter's that can wait
 * while one was turned away that somebody waits for.
 */
final class Turns {
    private static final Duration REST = Duration.ofSeconds(5);

    private final Clock clock;
    private final Bucket rate;
    private final Set<Integer> turnedAway = ConcurrentHashMap.newKeySet();
    private volatile Instant restsUntil = Instant.MIN;

    /** @param perSecond letters at most, by a meter that no correction of the clock holds up */
    Turns(int perSecond, TimeMeter meter, Clock clock) {
        this.clock = clock;
        this.rate = Bucket.builder()
                .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** The office takes nothing at present. */
    void rest() {
        restsUntil = clock.instant().plus(REST);
    }

    /** How many of so many letters of this lane that somebody waits for may go. */
    int awaited(int lane, int wanted) {
        var turns = resting() ? 0 : (int) rate.tryConsumeAsMuchAsPossible(wanted);
        if (turns < wanted) {
            turnedAway.add(lane);
        }
        return turns;
    }

    /** Nobody waits for a letter of this lane. */
    void served(int lane) {
        turnedAway.remove(lane);
    }

    /** Whether a letter may go that can wait. */
    boolean other() {
        return turnedAway.isEmpty() && !resting() && rate.tryConsume(1);
    }

    /** Whether the office was closed a moment ago. */
    boolean resting() {
        return clock.instant().isBefore(restsUntil);
    }
}
