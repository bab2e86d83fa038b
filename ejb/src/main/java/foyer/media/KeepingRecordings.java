package foyer.media;

import foyer.event.EventId;
import foyer.event.Events;
import foyer.shared.NotFound;
import foyer.shared.VersionConflict;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Shows organizers an event's recordings, and takes them away. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class KeepingRecordings {
    private static final int ATTEMPTS = 5;

    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    @Inject
    Events events;

    @Inject
    Removing removing;

    @Inject
    Clock clock;

    /** Newest first. */
    @RolesAllowed({"admin", "organizer"})
    public List<Recording> recordings(EventId event) {
        library.ready();
        if (events.find(event).isEmpty()) {
            throw new NotFound("event");
        }
        return recordings.of(event).stream()
                .filter(recording -> !recording.deleted())
                .toList();
    }

    @RolesAllowed({"admin", "organizer"})
    public Recording recording(EventId event, RecordingId id) {
        library.ready();
        return recordings
                .find(event, id)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> new NotFound("recording"));
    }

    /** Where it plays; empty unless it does. */
    @RolesAllowed({"admin", "organizer"})
    public Optional<VodLibrary.Playback> playback(Recording recording) {
        return recording.state() == RecordingState.COMPLETE
                ? Optional.of(library.playback(recording))
                : Optional.empty();
    }

    /** Takes it off the event and removes it, whatever is being done to it; twice is the same as once. */
    @RolesAllowed({"admin", "organizer"})
    public void delete(EventId event, RecordingId id) {
        library.ready();
        for (var attempt = 1; ; attempt++) {
            var before = recordings.find(event, id);
            if (before.isEmpty()) {
                return;
            }
            try {
                var after = before.get().deleting(clock.instant());
                if (!after.equals(before.get())) {
                    recordings.replace(before.get(), after);
                }
                removing.remove(after);
                return;
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }
}
