package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aPublishedEvent;
import static foyer.event.SomeEvents.archived;
import static foyer.event.SomeEvents.renamed;
import static foyer.event.SomeEvents.replanned;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ScreeningTest {
    private static final String MANIFEST = "https://media.example.org/e/r/master.m3u8";
    private static final String POSTER = "https://media.example.org/e/r/poster.jpg";

    private final EventsInMemory events = new EventsInMemory();
    private final Screening screening = SomeScreening.on(events, Clock.fixed(LONG_BEFORE, ZoneOffset.UTC));

    @Test
    void theEventPlaysWhatItIsGiven() {
        var event = kept(aPublishedEvent());

        screening.show(event.id(), MANIFEST, POSTER);

        assertThat(now(event).manifestUrl()).contains(MANIFEST);
        assertThat(now(event).thumbnailUrl()).contains(POSTER);
        assertThat(now(event).version()).isEqualTo(event.version() + 1);
    }

    @Test
    void givingTheSameTwiceIsTheSameAsOnce() {
        var event = kept(aPublishedEvent());
        screening.show(event.id(), MANIFEST, POSTER);
        var once = now(event);

        screening.show(event.id(), MANIFEST, POSTER);

        assertThat(now(event)).isEqualTo(once);
    }

    @Test
    void aPosterOfTheOrganizersOwnStays() {
        var own = "https://example.org/own.jpg";
        var event = kept(replanned(aPublishedEvent(), "videoConfig", Map.of("thumbnailUrl", own)));

        screening.show(event.id(), MANIFEST, POSTER);
        screening.takeOff(event.id(), MANIFEST, POSTER);

        assertThat(now(event).thumbnailUrl()).contains(own);
        assertThat(now(event).manifestUrl()).isEmpty();
    }

    @Test
    void thePosterIsOfTheRecordingThatPlays() {
        var event = kept(aPublishedEvent());
        screening.show(
                event.id(),
                "https://media.example.org/e/before/master.m3u8",
                "https://media.example.org/e/before/poster.jpg");

        screening.show(event.id(), MANIFEST, POSTER);

        assertThat(now(event).thumbnailUrl()).contains(POSTER);
    }

    @Test
    void whatAnOrganizerChangedMeanwhileStays() {
        var event = kept(aPublishedEvent());
        var once = new AtomicBoolean();
        events.whileReading(() -> {
            if (once.compareAndSet(false, true)) {
                screening.show(event.id(), "https://media.example.org/e/other/master.m3u8", POSTER);
                events.replace(now(event), renamed(now(event), "Another title"));
            }
        });

        screening.show(event.id(), MANIFEST, POSTER);

        assertThat(now(event).title()).isEqualTo("Another title");
        assertThat(now(event).manifestUrl()).contains(MANIFEST);
    }

    @Test
    void onlyWhatItPlaysIsTakenOff() {
        var event = kept(aPublishedEvent());
        screening.show(event.id(), MANIFEST, POSTER);

        screening.takeOff(event.id(), MANIFEST + "?other", POSTER + "?other");

        assertThat(now(event).manifestUrl()).contains(MANIFEST);
        assertThat(now(event).thumbnailUrl()).contains(POSTER);
    }

    @Test
    void anArchivedEventKeepsWhatItHas() {
        var event = kept(archived(aPublishedEvent(), LONG_BEFORE));

        screening.show(event.id(), MANIFEST, POSTER);
        screening.show(EventId.fresh(), MANIFEST, POSTER);

        assertThat(now(event)).isEqualTo(event);
    }

    private Event kept(Event event) {
        events.add(event);
        return event;
    }

    private Event now(Event event) {
        return events.find(event.id()).orElseThrow();
    }
}
