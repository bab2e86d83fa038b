package foyer.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How soon a screen is to report again: about as often as the settings say, never all at once, and less often while more
 * of them report than a node shall bear. Never so seldom that a right which was taken back outlives a minute.
 */
final class Pace {
    private static final double JITTER = 0.2;
    private static final Duration MOST = Duration.ofSeconds(40);
    /** Within this a right that was taken back ends. */
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final SessionSettings settings;
    private final Clock clock;
    private final long most;
    private final LongAdder beats = new LongAdder();
    private final AtomicLong windowBegan;
    private volatile double stretch = 1;

    Pace(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        // Before a beat is told of it, the node has asked what it may have known for as long as the recheck says.
        var late = settings.recheck().plus(KeepingUp.EVERY);
        this.most = shorter(MOST, A_MINUTE.minus(late)).toSeconds();
        this.windowBegan = new AtomicLong(clock.millis());
    }

    /** Counts a beat, and says in how many seconds the next one is due. */
    long next() {
        beats.increment();
        var now = clock.millis();
        var began = windowBegan.get();
        if (now - began >= WINDOW.toMillis() && windowBegan.compareAndSet(began, now)) {
            var perSecond = beats.sumThenReset() * 1_000.0 / (now - began);
            stretch = Math.max(1, perSecond / settings.beatsPerSecond());
        }
        var spread = 1 + JITTER * (ThreadLocalRandom.current().nextDouble() * 2 - 1);
        var seconds = Math.round(settings.beatEvery().toSeconds() * stretch * spread);
        return Math.min(most, Math.max(1, seconds));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
