package foyer.registration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.Events;
import foyer.shared.Journal;
import foyer.shared.Problem;
import foyer.shared.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Takes back seats that nobody came for, and offers seats that are free to those who wait. */
@ApplicationScoped
public class FreeingSeats {
    private static final Journal JOURNAL = Journal.of(FreeingSeats.class);
    private static final int AT_ONCE = 100;

    /** Nobody who waits for a recording waits for longer because of it than a tenth of the time since the end. */
    private static final int PART_OF_THE_TIME_SINCE = 10;

    private static final Duration LONGEST_REST = Duration.ofHours(1);

    // What a node forgets is looked at once more.
    private final Cache<EventId, Instant> resting =
            Caffeine.newBuilder().maximumSize(10_000).build();

    @Inject
    Registrations registrations;

    @Inject
    Events events;

    @Inject
    RegistrationSettings settings;

    @Inject
    PlaceLetters letters;

    @Inject
    Dues dues;

    @Inject
    Clock clock;

    /** Ends holds that ran out; a seat that is confirmed meanwhile stays. */
    public void expireHolds() {
        var now = clock.instant();
        for (var held : registrations.heldBefore(now, AT_ONCE)) {
            var expired = held.expire(now);
            if (expired.equals(held)) {
                continue;
            }
            try {
                registrations.replace(held, expired, dues.onEnd(expired, null, now));
            } catch (VersionConflict meanwhile) {
                // Somebody confirmed it, or another node was faster.
            }
        }
    }

    /** Offers free seats in the order in which people came. */
    public void offerSeats() {
        for (var event : registrations.awaited()) {
            try {
                offerSeats(event);
            } catch (Problem later) {
                // The others shall not wait for this one's sake.
                JOURNAL.warn("Seats of an event were not offered.", Map.of("eventId", event.value()), later);
            }
        }
    }

    private void offerSeats(EventId id) {
        var now = clock.instant();
        var rests = resting.getIfPresent(id);
        if (rests != null && now.isBefore(rests)) {
            return;
        }
        var waiting = registrations.waiting(id, AT_ONCE);
        if (waiting.isEmpty()) {
            registrations.endWaiting(id, now);
            return;
        }
        var event = events.find(id);
        if (event.filter(Event::takenDown).isPresent()) {
            // Nobody is ever offered anything there, and each event of years would be looked at every few seconds.
            registrations.endWaiting(id, now);
            return;
        }
        var open = event.filter(found -> found.takesRegistrationsAt(now));
        if (open.isEmpty()) {
            event.filter(found -> found.stateAt(now) == EventState.ENDED).ifPresent(ended -> rest(ended, now));
            return;
        }
        for (var first : waiting) {
            try {
                offer(first, open.get(), now);
            } catch (VersionConflict meanwhile) {
                // Cancelled, or offered by another node.
            } catch (SoldOut none) {
                return;
            }
        }
    }

    /** It may get a recording yet, which those who wait could see; but what has been over for long is looked at ever less often. */
    private void rest(Event ended, Instant now) {
        var since = Duration.between(ended.endsAt().toInstant(), now).dividedBy(PART_OF_THE_TIME_SINCE);
        resting.put(ended.id(), now.plus(since.compareTo(LONGEST_REST) < 0 ? since : LONGEST_REST));
    }

    private void offer(Registration waiting, Event event, Instant now) {
        var opening = waiting.credentials().link().isPresent()
                ? waiting.credentials()
                : waiting.credentials().withLink(AccessLinks.freshSeed());
        var offered = waiting.offer(now.plus(settings.offer()), opening, now);
        registrations.seat(waiting, offered, Capacity.of(event), letters.offer(offered, now));
    }
}
