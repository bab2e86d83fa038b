package foyer.session;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
