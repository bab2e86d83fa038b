package foyer.mail;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.Events;
import foyer.shared.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The events that the letters of one round speak of, which are nearly always a few: each is read once, and anew after a second. A
 * round sees its letters before it begins with these, so that what is read here is never older than what a letter tells of.
 */
final class EventsOfARound {
    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private record Reading(Event event, Instant at) {}

    private final Events events;
    private final Clock clock;
    private final Map<EventId, Reading> readings = new HashMap<>();

    /** Begun once it is seen which letters are due. */
    EventsOfARound(Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** Fails with {@link NotFound} where there is none, and with {@link foyer.shared.Unavailable} if the store is silent. */
    Event event(EventId id) {
        var now = clock.instant();
        var known = readings.get(id);
        if (known != null && now.isBefore(known.at().plus(GOOD_FOR))) {
            return known.event();
        }
        var found = events.find(id).orElseThrow(() -> new NotFound("event"));
        readings.put(id, new Reading(found, now));
        return found;
    }
}
