package foyer.mail;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * Whose turn it is at the post office: at the provider's rate, nobody's while it rests, and never a letter's that can wait
 * while one was turned away that somebody waits for. Those that can wait are slower, too, as long as the store is strained.
 */
final class Turns {
    private static final Duration REST = Duration.ofSeconds(5);

    /** Letters that can wait go out at so much less of the rate then, for each takes two writes. */
    private static final int SLOWER = 4;

    private final Clock clock;
    private final Bucket rate;
    private final int costInStrain;
    private final BooleanSupplier strained;
    private final Set<Integer> turnedAway = ConcurrentHashMap.newKeySet();
    private volatile Instant restsUntil = Instant.MIN;

    /**
     * @param perSecond letters at most, by a meter that no correction of the clock holds up
     * @param strained whether the store is busy with people who wait for it
     */
    Turns(int perSecond, TimeMeter meter, BooleanSupplier strained, Clock clock) {
        this.strained = strained;
        this.costInStrain = Math.min(SLOWER, perSecond);
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

    /** A letter whose turn it was did not go to the office. */
    void giveBack() {
        rate.addTokens(1);
    }

    /** Nobody waits for a letter of this lane. */
    void served(int lane) {
        turnedAway.remove(lane);
    }

    /** Whether a letter may go that can wait. */
    boolean other() {
        return turnedAway.isEmpty() && !resting() && rate.tryConsume(strained.getAsBoolean() ? costInStrain : 1);
    }

    /** Whether the office was closed a moment ago. */
    boolean resting() {
        return clock.instant().isBefore(restsUntil);
    }
}
