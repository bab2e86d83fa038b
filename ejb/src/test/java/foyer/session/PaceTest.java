package foyer.session;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private final SettableClock clock = new SettableClock();
    private final Pace pace = new Pace(
            new SessionSettings(Duration.ofHours(1), Duration.ofSeconds(15), Duration.ofSeconds(20), 10, 1_000), clock);

    @Test
    void screensComeAboutAsOftenAsTheSettingsSayAndNeverAllAtOnce() {
        assertThat(some(200))
                .allMatch(seconds -> seconds >= 16 && seconds <= 24)
                .hasSizeGreaterThan(4);
    }

    @Test
    void aHerdIsSlowedAndNeverBeyondWhatEndsARightWithinAMinute() {
        some(75);
        clock.pass(Duration.ofSeconds(5));
        pace.next();
        assertThat(some(200)).allMatch(seconds -> seconds >= 24 && seconds <= 37);

        some(10_000);
        clock.pass(Duration.ofSeconds(5));
        pace.next();
        assertThat(some(200)).containsOnly(40L);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 14_500, 15_000, 15_001, 20_000, 29_500, 30_000})
    void whateverTheSettingsSayARightEndsWithinAMinute(long recheck) {
        var late = Duration.ofMillis(recheck).plus(KeepingUp.EVERY);
        for (var every : new Duration[] {Duration.ofSeconds(5), Duration.ofSeconds(25)}) {
            var busy = new Pace(
                    new SessionSettings(Duration.ofHours(1), Duration.ofMillis(recheck), every, 10, 1_000), clock);
            for (var beat = 0; beat < 10_000; beat++) {
                assertThat(late.plusSeconds(busy.next())).isLessThanOrEqualTo(Duration.ofMinutes(1));
            }
            clock.pass(Duration.ofSeconds(5));
            busy.next();

            assertThat(late.plusSeconds(busy.next())).isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
    }

    @Test
    void whenTheHerdHasGoneThePaceIsAsBefore() {
        some(10_000);
        clock.pass(Duration.ofSeconds(5));
        pace.next();
        clock.pass(Duration.ofSeconds(5));
        pace.next();

        assertThat(some(200)).allMatch(seconds -> seconds >= 16 && seconds <= 24);
    }

    private Set<Long> some(int beats) {
        var seconds = new HashSet<Long>();
        for (var beat = 0; beat < beats; beat++) {
            seconds.add(pace.next());
        }
        return seconds;
    }
}
