package foyer.media;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.Events;
import foyer.event.Screening;
import foyer.shared.NotFound;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.BiFunction;

/** Lets organizers show their events live: they say what should be, and {@link Tending} brings it about. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class Broadcasting {
    private static final int ATTEMPTS = 5;

    @Inject
    Broadcasts broadcasts;

    @Inject
    LiveOrigin origin;

    @Inject
    Events events;

    @Inject
    Screening screening;

    @Inject
    LiveSettings settings;

    @Inject
    Clock clock;

    /** Makes a channel, which is what the event plays from now on. One that is there stays, and is what the event plays again. */
    @RolesAllowed({"admin", "organizer"})
    public PreparedStream prepare(EventId id) {
        origin.ready();
        var event = event(id);
        var slot = slot(event);
        refuseUnfit(event);
        for (var attempt = 1; ; attempt++) {
            var there = broadcasts.find(id).filter(found -> !found.over());
            try {
                var prepared = there.isPresent() ? there.get() : noted(id, slot);
                // Noted first, so that whatever is made for it is found again and removed.
                origin.provision(prepared);
                screening.show(id, origin.playback(prepared).toString());
                return new PreparedStream(shown(prepared), there.isEmpty());
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    @RolesAllowed({"admin", "organizer"})
    public LiveStream start(EventId event) {
        return change(event, (before, slot) -> before.started(slot, clock.instant()));
    }

    @RolesAllowed({"admin", "organizer"})
    public LiveStream stop(EventId event) {
        return change(event, (before, slot) -> before.stopped(clock.instant()));
    }

    /** The last that was prepared, also when it is over. */
    @RolesAllowed({"admin", "organizer"})
    public LiveStream find(EventId event) {
        origin.ready();
        return broadcasts.find(event).map(this::shown).orElseThrow(() -> new NotFound("stream"));
    }

    private LiveStream change(EventId id, BiFunction<Broadcast, Slot, Broadcast> decision) {
        origin.ready();
        var slot = slot(event(id));
        for (var attempt = 1; ; attempt++) {
            var before = broadcasts.find(id).orElseThrow(() -> new NotFound("stream"));
            var after = decision.apply(before, slot);
            try {
                if (!after.equals(before)) {
                    broadcasts.replace(before, after);
                }
                return shown(after);
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    private Broadcast noted(EventId id, Slot slot) {
        var now = clock.instant();
        if (slot.overAt(now)) {
            throw new WrongState("This event has been over for long. Move its end first.");
        }
        var last = broadcasts.find(id);
        var prepared = Broadcast.prepared(id, slot, last.map(Broadcast::version).orElse(0L) + 1, now);
        if (last.isPresent()) {
            broadcasts.replace(last.get(), prepared);
        } else {
            broadcasts.add(prepared);
        }
        return prepared;
    }

    private static void refuseUnfit(Event event) {
        if (event.decided() == EventState.ARCHIVED) {
            throw new WrongState("This event is archived and changes no more.");
        }
        if (event.decided() == EventState.CANCELLED) {
            throw new WrongState("This event is cancelled. Make a new one instead.");
        }
        if (event.plan().video().simulive()) {
            throw new WrongState(
                    "This event plays a recording as if it were live. Take videoConfig.simulive off first.");
        }
    }

    private LiveStream shown(Broadcast broadcast) {
        return broadcast.over()
                ? new LiveStream(broadcast, null, null)
                : new LiveStream(broadcast, origin.ingest(broadcast), origin.playback(broadcast));
    }

    private Event event(EventId id) {
        return events.find(id).orElseThrow(() -> new NotFound("event"));
    }

    private Slot slot(Event event) {
        return Slot.of(event, settings, clock.instant());
    }
}
