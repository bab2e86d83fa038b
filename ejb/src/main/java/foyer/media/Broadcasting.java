package foyer.media;

import foyer.event.Event;
import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.Events;
import foyer.event.Screening;
import foyer.media.ingest.IngestChoice;
import foyer.shared.Fields;
import foyer.shared.NotFound;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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
    Recordings recordings;

    @Inject
    Events events;

    @Inject
    Screening screening;

    @Inject
    Reckoning reckoning;

    @Inject
    Capping capping;

    @Inject
    Replacing replacing;

    @Inject
    LeavingOff leavingOff;

    @Inject
    LiveSettings settings;

    @Inject
    Clock clock;

    /**
     * Makes a channel, which is what the event plays from now on, fed as its organizer says. One that is there stays, and is what the event
     * plays again; where it is fed otherwise it makes room for another, unless it runs or has shown something: then this fails with {@link
     * WrongState}, or with {@link foyer.shared.Unavailable} as long as nobody can tell. Fails with {@link WrongState}, too, where the event
     * has a recording of what was live, and with {@link foyer.shared.ValidationFailed} where it cannot be fed so.
     *
     * @param submitted {@code ingest}; nothing: as it is fed already, or else by RTMP
     */
    @RolesAllowed({"admin", "organizer"})
    public PreparedStream prepare(EventId id, Fields submitted) {
        origin.ready();
        var choice = IngestChoice.read(submitted, origin.callers(), origin.readsCaptions());
        for (var attempt = 1; ; attempt++) {
            try {
                var prepared = prepared(event(id), choice);
                if (prepared.isPresent()) {
                    return prepared.get();
                }
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
            if (attempt == ATTEMPTS) {
                throw new VersionConflict("stream");
            }
        }
    }

    /**
     * What would keep a stream from being prepared, without preparing it. Fails as {@link #prepare(EventId, Fields)} does where that is
     * known here.
     */
    @RolesAllowed({"admin", "organizer"})
    public Preflight preflight(EventId id, Fields submitted) {
        origin.ready();
        var choice = IngestChoice.read(submitted, origin.callers(), origin.readsCaptions());
        var event = event(id);
        refuseUnfit(event);
        var last = broadcasts.find(id);
        var there = last.filter(found -> !found.over()).filter(found -> stays(found, event, choice));
        return origin.preflight(there.orElseGet(() -> planned(event, last, choice, null)));
    }

    /** Empty: it was over before the event played it. */
    private Optional<PreparedStream> prepared(Event event, Optional<IngestChoice> choice) {
        refuseUnfit(event);
        var last = broadcasts.find(event.id());
        var there = last.filter(found -> !found.over()).filter(found -> stays(found, event, choice));
        var plays = event.manifestUrl().orElse(null);
        var displaced = displaced(last, plays);
        var prepared = there.isPresent() ? displacing(there.get(), displaced) : noted(event, last, choice, displaced);
        // Noted first, so that whatever is made for it is found again and removed.
        origin.provision(prepared);
        var live = origin.playback(prepared).toString();
        screening.showInstead(event.id(), plays, live);
        // A recording may have been made of it meanwhile.
        var isOver = broadcasts
                .find(event.id())
                .filter(now -> now.id().equals(prepared.id()) && !now.over())
                .isEmpty();
        if (isOver) {
            screening.showInstead(event.id(), live, plays);
            return Optional.empty();
        }
        return Optional.of(new PreparedStream(shown(prepared), there.isEmpty()));
    }

    private boolean stays(Broadcast there, Event event, Optional<IngestChoice> choice) {
        var isAsked = choice.isEmpty() || there.isFed(choice.get());
        if (!isAsked) {
            replacing.refuseWhatShows(there, slot(event));
        }
        return isAsked;
    }

    // What plays nothing any more, or is about to, is not worth coming back to.
    private @Nullable String displaced(Optional<Broadcast> last, @Nullable String plays) {
        return last.filter(before -> origin.playback(before).toString().equals(plays))
                .map(before -> Optional.ofNullable(before.displaced()))
                .orElse(Optional.ofNullable(plays))
                .orElse(null);
    }

    private Broadcast displacing(Broadcast there, @Nullable String displaced) {
        var after = there.displacing(displaced, clock.instant());
        if (!after.equals(there)) {
            broadcasts.replace(there, after);
        }
        return after;
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

    /** A small picture of what comes in just now, as JPEG. Fails with {@link NotFound} where nothing does. */
    @RolesAllowed({"admin", "organizer"})
    public byte[] thumbnail(EventId event) {
        origin.ready();
        var broadcast = broadcasts.find(event).orElseThrow(() -> new NotFound("stream"));
        return origin.thumbnail(broadcast).orElseThrow(() -> new NotFound("thumbnail"));
    }

    private LiveStream change(EventId id, BiFunction<Broadcast, Slot, Broadcast> decision) {
        origin.ready();
        var slot = slot(event(id));
        for (var attempt = 1; ; attempt++) {
            var before = broadcasts.find(id).orElseThrow(() -> new NotFound("stream"));
            var after = decision.apply(before, slot);
            try {
                if (!after.equals(before)) {
                    leavingOff.note(before, after);
                }
                return shown(after);
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    private Broadcast noted(
            Event event, Optional<Broadcast> last, Optional<IngestChoice> choice, @Nullable String displaced) {
        var prepared = planned(event, last, choice, displaced);
        if (last.isPresent()) {
            broadcasts.replace(last.get(), prepared);
            last.filter(before -> !before.over()).ifPresent(replacing::remove);
        } else {
            broadcasts.add(prepared);
        }
        capping.tellPlanned(prepared);
        return prepared;
    }

    private Broadcast planned(
            Event event, Optional<Broadcast> last, Optional<IngestChoice> choice, @Nullable String displaced) {
        var now = clock.instant();
        var slot = Slot.of(event, settings, now);
        if (slot.overAt(now)) {
            throw new WrongState("This event has been over for long. Move its end first.");
        }
        last.ifPresent(before -> refuseRecorded(before, slot));
        var version = last.map(Broadcast::version).orElse(0L) + 1;
        var fed = choice.orElse(IngestChoice.USUAL);
        return Broadcast.prepared(event.id(), fed, displaced, slot, capping.planned(event), version, now);
    }

    // Who asks once more by mistake must not lose what viewers see now for an empty channel.
    private void refuseRecorded(Broadcast last, Slot slot) {
        var recording = last.made().flatMap(made -> recordings.find(last.event(), made));
        if (recording.filter(found -> !found.deleted()).isPresent() && !last.wasBefore(slot)) {
            throw new WrongState(
                    "The recording of what was live is there, and would no longer play. Delete it first, or move the event to a time after it.");
        }
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
        var cost = reckoning.soFar(broadcast);
        if (broadcast.over()) {
            return new LiveStream(broadcast, null, null, cost);
        }
        var ingest = broadcast.call() == null ? origin.ingest(broadcast) : null;
        return new LiveStream(broadcast, ingest, origin.playback(broadcast), cost);
    }

    private Event event(EventId id) {
        return events.find(id).orElseThrow(() -> new NotFound("event"));
    }

    private Slot slot(Event event) {
        return Slot.of(event, settings, clock.instant());
    }
}
