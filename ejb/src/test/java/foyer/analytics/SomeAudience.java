package foyer.analytics;

import static foyer.event.SomeEvents.aPublishedEventOf;
import static foyer.event.SomeEvents.aSubmissionWith;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeBrowsing;
import foyer.session.HeardBeat;
import foyer.session.OpenedSession;
import foyer.session.SomeSessions;
import foyer.shared.Ids;
import foyer.shared.SettableClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An event that anybody may watch, and a node that hears of its viewers, on a store that others may share. */
final class SomeAudience {
    static final String PARTNER = "https://partner.example";
    static final AnalyticsSettings SETTINGS =
            new AnalyticsSettings(Duration.ofSeconds(45), Duration.ofSeconds(5), 10_000);

    final SettableClock clock;
    final EventsInMemory events;
    final Tallies tallies;
    final Event event;
    final SomeSessions sessions;
    final HeardFigures heard = new HeardFigures(SETTINGS.remembered());
    final CountingWhatWasHeard timer = new CountingWhatWasHeard();

    private SomeAudience(SettableClock clock, EventsInMemory events, Tallies tallies, Event event) {
        this.clock = clock;
        this.events = events;
        this.tallies = tallies;
        this.event = event;
        sessions = SomeSessions.on(events, clock);
        sessions.countBy(heard);
        timer.heard = heard;
        timer.tallies = tallies;
        timer.events = SomeBrowsing.recent(events, clock);
        timer.settings = SETTINGS;
        timer.clock = clock;
    }

    static SomeAudience on(Tallies tallies) {
        var event = aPublishedEventOf(aSubmissionWith("embedConfig", Map.of("allowedOrigins", List.of(PARTNER))));
        var events = new EventsInMemory();
        events.add(event);
        return new SomeAudience(new SettableClock(), events, tallies, event);
    }

    /** Another node on the same store. */
    SomeAudience onAnotherNode() {
        return onAnotherNode(tallies);
    }

    /** @param theirs the same store, as that node has it */
    SomeAudience onAnotherNode(Tallies theirs) {
        return new SomeAudience(clock, events, theirs, event);
    }

    Viewer aViewer() {
        return new Viewer(sessions.opening.forAnybody(event.id()), Ids.fresh());
    }

    /** On an own page opening, of somebody who has registered. */
    Viewer aRegisteredViewer(String registration) {
        return new Viewer(sessions.opening.forRegistration(event, registration, 1, 5), Ids.fresh());
    }

    void pass(Duration time) {
        clock.pass(time);
    }

    Counts counts() {
        return tallies.of(event.id());
    }

    /** A page that somebody has open. */
    record Viewer(OpenedSession opened, String screen) {
        /** The same on another opening of the page. */
        Viewer reloaded() {
            return new Viewer(opened, Ids.fresh());
        }

        HeardBeat tells(SomeAudience node, long sequence, long watchedSeconds) {
            return tells(node, Map.of("sequence", sequence, "watched", watchedSeconds));
        }

        HeardBeat tells(SomeAudience node, Map<String, ?> figures) {
            var all = new HashMap<String, Object>(Map.of("screen", screen, "sequence", 1L));
            all.putAll(figures);
            return node.sessions.beat(opened, Map.of("state", "playing", "position", BigDecimal.ONE, "figures", all));
        }
    }
}
