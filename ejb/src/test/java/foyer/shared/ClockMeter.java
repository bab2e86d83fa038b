package foyer.shared;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;

/** Lets buckets fill by a clock that a test sets; those of the product go by one that nobody sets. */
public record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        return Duration.ofMillis(clock.millis()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
