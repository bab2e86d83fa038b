package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aDraft;
import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.renamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import foyer.shared.Unavailable;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentEventsTest {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration STALE = Duration.ofSeconds(60);

    private final EventsInMemory events = new EventsInMemory();
    private final SettableClock clock = new SettableClock(LONG_BEFORE);
    private final RecentEvents recent = recent(events);
    private final Event event = aPublishedEvent();

    @Test
    void asksTheStoreOnceWhileWhatItKnowsIsFresh() {
        events.add(event);

        recent.find(event.id());
        clock.pass(FRESH.minusMillis(1));

        assertThat(recent.find(event.id())).contains(event);
        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void seesWhatOtherNodesChangedAfterSeconds() {
        events.add(event);
        recent.find(event.id());
        var after = renamed(event, "Another");
        events.replace(event, after);

        clock.pass(FRESH);

        assertThat(recent.find(event.id())).contains(after);
    }

    @Test
    void seesWhatThisNodeChangedAtOnce() {
        events.add(event);
        recent.find(event.id());
        var after = renamed(event, "Another");
        events.replace(event, after);

        recent.forget(event.id());

        assertThat(recent.find(event.id())).contains(after);
    }

    @Test
    void remembersForAWhileThatThereIsNothing() {
        IntStream.range(0, 100).forEach(call -> recent.find(event.id()));

        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void goesOnForAWhileWhenTheStoreFallsSilent() {
        events.add(event);
        recent.find(event.id());
        events.fallSilent(true);

        clock.pass(STALE.minusMillis(1));
        assertThat(recent.find(event.id())).contains(event);

        clock.pass(Duration.ofMillis(1));
        assertThatThrownBy(() -> recent.find(event.id())).isInstanceOf(Unavailable.class);
    }

    @Test
    void aReadingThatTookLongIsAsGoodAsAnother() {
        events.add(event);
        events.whileReading(() -> clock.pass(FRESH.plusSeconds(1)));

        recent.find(event.id());
        assertThat(events.readings()).isEqualTo(1);

        recent.find(event.id());
        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void whoeverReadsFirstReadsOnceThoughNothingStaysFresh() {
        new RecentEvents(events, new EventSettings(Duration.ZERO, STALE, 1_000_000), clock).find(event.id());

        assertThat(events.readings()).isEqualTo(1);
    }

    @Test
    void recoversWithTheStore() {
        events.fallSilent(true);
        assertThatThrownBy(() -> recent.find(event.id())).isInstanceOf(Unavailable.class);
        events.fallSilent(false);
        events.add(event);

        assertThat(recent.find(event.id())).contains(event);
    }

    @Test
    void thePublicIsShownNeitherDraftsNorArchivedEvents() {
        var draft = aDraft();
        var archived = aPublishedEvent().archived(LONG_BEFORE);
        events.add(draft);
        events.add(archived);
        events.add(event);
        var browsing = browsing();

        assertThat(browsing.publicEvent(event.id())).isEqualTo(event);
        assertThatThrownBy(() -> browsing.publicEvent(draft.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> browsing.publicEvent(archived.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> browsing.publicEvent(EventId.fresh())).isInstanceOf(NotFound.class);
        assertThat(browsing.event(draft.id())).isEqualTo(draft);
    }

    private Browsing browsing() {
        var browsing = new Browsing();
        browsing.events = events;
        browsing.recent = recent;
        browsing.clock = clock;
        return browsing;
    }

    private RecentEvents recent(Events from) {
        return new RecentEvents(from, new EventSettings(FRESH, STALE, 1_000_000), clock);
    }
}
