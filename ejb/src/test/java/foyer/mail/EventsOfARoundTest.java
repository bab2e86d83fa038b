package foyer.mail;

import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventsInMemory;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsOfARoundTest {
    private final SettableClock clock = new SettableClock();
    private final EventsInMemory events = new EventsInMemory();
    private final Event event = aPublishedEvent();
    private final EventsOfARound round = new EventsOfARound(events, clock);

    @BeforeEach
    void thereIsAnEvent() {
        events.add(event);
    }

    @Test
    void manyLettersOfOneEventReadItOnce() {
        for (var letter = 0; letter < 20; letter++) {
            assertThat(round.event(event.id())).isEqualTo(event);
        }

        assertThat(events.readings()).isOne();
    }

    @Test
    void afterASecondItIsReadAnew() {
        round.event(event.id());
        var changed = renamed(event, "Another title");
        events.replace(event, changed);
        clock.pass(Duration.ofMillis(999));
        assertThat(round.event(event.id())).isEqualTo(event);

        clock.pass(Duration.ofMillis(1));

        assertThat(round.event(event.id())).isEqualTo(changed);
    }

    @Test
    void thereIsNoneOfAnUnknownOne() {
        assertThatThrownBy(() -> round.event(EventId.fresh())).isInstanceOf(NotFound.class);
    }
}
