package foyer.event;

import static foyer.event.SomeEvents.aDraftOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecentNumbersTest {
    private static final VimeoId NUMBER = new VimeoId("76979871");

    private final EventsInMemory events = new EventsInMemory();
    private final SettableClock clock = new SettableClock();
    private final RecentNumbers numbers = new RecentNumbers(
            events, new EventSettings(Duration.ofSeconds(2), Duration.ofMinutes(1), 1_000_000), clock);

    @Test
    void aHerdOfViewersLooksANumberUpOnce() {
        var event = aDraftOf(aSubmissionWith("vimeoId", NUMBER.digits()));
        events.add(event);

        for (var viewer = 0; viewer < 100; viewer++) {
            assertThat(numbers.find(NUMBER)).containsExactly(event.id());
        }

        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void whatIsNewAtANumberIsFoundAfterSeconds() {
        assertThat(numbers.find(NUMBER)).isEmpty();
        var event = aDraftOf(aSubmissionWith("vimeoId", NUMBER.digits()));
        events.add(event);

        clock.pass(Duration.ofSeconds(3));

        assertThat(numbers.find(NUMBER)).containsExactly(event.id());
    }
}
