package foyer.media.delivery;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.event.SomeEvents;
import foyer.media.playback.SomePlayback;
import foyer.session.SomeSessions;
import foyer.shared.NotFound;
import foyer.shared.SettableClock;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ForwardingTest {
    private static final String ELSEWHERE = "https://vod.example/film/master.m3u8?of=it";

    private final SomeSessions node = SomeSessions.on(new EventsInMemory(), new SettableClock(SomeEvents.DURING));
    private final SomePlayback media = new SomePlayback(node);
    private final Forwarding forwarding = new Forwarding();

    ForwardingTest() {
        forwarding.addresses = media.addresses;
        forwarding.events = SomeBrowsing.recent(node.events, node.clock);
    }

    @Test
    void whatAViewerWasToldIsLedTo() {
        var ours = playing(SomePlayback.ADDRESS + "/recording/master.m3u8");
        var told = media.addresses.forAnybody(ours).orElseThrow();

        assertThat(told).contains("/t/");
        assertThat(forwarding.forward(ours.id(), told)).isEqualTo(URI.create(told));
        assertThat(forwarding.forward(playing(ELSEWHERE).id(), ELSEWHERE)).isEqualTo(URI.create(ELSEWHERE));
    }

    @Test
    void nothingElseIs() {
        var ours = playing(SomePlayback.ADDRESS + "/recording/master.m3u8");
        var told = media.addresses.forAnybody(ours).orElseThrow();
        var elsewhere = playing(ELSEWHERE);

        for (var asked : new String[] {
            told.replace("master", "another"),
            told.replace("/t/", "/t/more/"),
            told.replace(SomePlayback.ADDRESS, "https://media.example.net"),
            told + "\r\nX: y",
            SomePlayback.ADDRESS + "/recording/master.m3u8",
            ELSEWHERE,
            "",
            null
        }) {
            refused(ours, asked);
        }
        refused(elsewhere, ELSEWHERE + "&more");
        refused(elsewhere, told);
    }

    @Test
    void anEventThatIsNotThereLeadsNowhere() {
        assertThatThrownBy(() -> forwarding.forward(EventId.fresh(), ELSEWHERE)).isInstanceOf(NotFound.class);
    }

    private void refused(Event event, String asked) {
        assertThatThrownBy(() -> forwarding.forward(event.id(), asked))
                .as(String.valueOf(asked))
                .isInstanceOf(NotFound.class);
    }

    private Event playing(String manifest) {
        var event = aPublishedEventOf(aSubmissionWith("videoUrl", manifest));
        node.events.add(event);
        return event;
    }
}
