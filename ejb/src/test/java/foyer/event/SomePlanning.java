package foyer.event;

import static foyer.event.SomeEvents.LONG_BEFORE;
import static foyer.event.SomeEvents.aHouse;
import static foyer.event.SomeEvents.aSubmission;

import foyer.audit.AuditTrailInMemory;
import foyer.shared.Fields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Planning on a store in memory, at whatever moment. */
final class SomePlanning {
    static final String OPERATOR = "operator";

    final EventsInMemory events = new EventsInMemory();
    final AuditTrailInMemory trail = new AuditTrailInMemory();
    final Seats seats = new Seats();

    /** Of which somebody was told that the public is about to lose them. */
    final List<Event> takenDown = new ArrayList<>();

    /** Whatever version it is. */
    static boolean any(long version) {
        return true;
    }

    Event published() {
        var planning = planningAt(LONG_BEFORE);
        return planning.publish(
                planning.create(Fields.of(aSubmission()), EventId.fresh()).id(), SomePlanning::any);
    }

    Event stored(Event event) {
        return events.find(event.id()).orElseThrow();
    }

    Planning planningAt(Instant now) {
        var clock = Clock.fixed(now, ZoneOffset.UTC);
        var made = new Planning();
        made.events = events;
        made.clock = clock;
        made.house = aHouse();
        made.recent = new RecentEvents(
                events, new EventSettings(Duration.ofSeconds(2), Duration.ofMinutes(1), 1_000_000), clock);
        made.promises = new Promises(List.of(seats));
        made.takingDown = takenDown::add;
        made.trail = trail;
        return made;
    }

    /** Whether anybody has one is for the test to say. */
    static final class Seats implements ConfirmedSeats {
        boolean taken;

        @Override
        public boolean anyFor(EventId event) {
            return taken;
        }
    }
}
