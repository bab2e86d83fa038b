package foyer.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However somebody calls, they are allowed what a token bucket of their own would have allowed, or at any time one call less. */
class LimitsPropertiesTest {
    private static final int BURST = 6;
    private static final int PER_MINUTE = 120;

    @Property
    void nothingIsGivenThatABucketWouldRefuse(
            @ForAll @Size(max = 80) List<@IntRange(min = 0, max = 1_200) Integer> pauses) {
        var clock = new HandClock(AnswersContract.NOON);
        var limits = limits(clock);
        var plain = plain(clock);
        var allowed = 0;
        var reference = 0;
        for (var pause : pauses) {
            clock.forward(Duration.ofMillis(pause));
            reference += plain.tryConsume(1) ? 1 : 0;
            allowed += limits.ask(Limits.SESSION, "one").allowed() ? 1 : 0;
            assertThat(reference - allowed).isBetween(0, 1);
        }
    }

    private static Limits limits(HandClock clock) {
        var limit = new TrafficSettings.Limit(PER_MINUTE, BURST);
        return new Limits(
                new TrafficSettings(Duration.ofDays(7), Duration.ofSeconds(60), Map.of(Limits.SESSION, limit), 1_000),
                clock);
    }

    private static Bucket plain(HandClock clock) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(BURST).refillGreedy(PER_MINUTE, Duration.ofMinutes(1)))
                .withCustomTimePrecision(new TimeMeter() {
                    @Override
                    public long currentTimeNanos() {
                        return Duration.ofMillis(clock.millis()).toNanos();
                    }

                    @Override
                    public boolean isWallClockBased() {
                        return true;
                    }
                })
                .build();
    }
}
