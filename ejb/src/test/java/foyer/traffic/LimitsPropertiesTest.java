package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.ClockMeter;
import foyer.shared.SettableClock;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * However somebody calls, they are allowed what a token bucket of their own would have allowed; of each row of calls that follow one at
 * which all was allowed, one less at most.
 */
class LimitsPropertiesTest {
    private static final int BURST = 6;
    private static final int PER_MINUTE = 120;
    private static final int MILLIS_FOR_ONE = 60_000 / PER_MINUTE;

    @Property
    void nothingIsGivenThatABucketWouldRefuse(
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 1_200) Integer> pauses) {
        var clock = new SettableClock();
        var limits = limits(clock);
        var plain = plain(clock);
        var allowed = 0;
        var reference = 0;
        var wasFull = false;
        var rows = 0;
        for (var pause : pauses) {
            clock.pass(Duration.ofMillis(pause));
            rows += wasFull && pause < MILLIS_FOR_ONE ? 1 : 0;
            reference += plain.tryConsume(1) ? 1 : 0;
            var verdict = limits.ask(Limits.SESSION, "one");
            allowed += verdict.allowed() ? 1 : 0;
            wasFull = verdict.remaining() == BURST - 1;
            assertThat(reference - allowed).isBetween(0, rows);
        }
    }

    private static Limits limits(SettableClock clock) {
        var limit = new TrafficSettings.Limit(PER_MINUTE, BURST);
        return new Limits(
                new TrafficSettings(Duration.ofDays(7), Duration.ofSeconds(60), Map.of(Limits.SESSION, limit), 1_000),
                new ClockMeter(clock));
    }

    private static Bucket plain(SettableClock clock) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(BURST).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new ClockMeter(clock))
                .build();
    }
}
