package foyer.media;

import foyer.event.EventId;
import foyer.event.EventState;
import foyer.event.Events;
import foyer.shared.Fields;
import foyer.shared.Journal;
import foyer.shared.NotFound;
import foyer.shared.Unavailable;
import foyer.shared.VersionConflict;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Takes in the files that organizers send, part by part, in any order and again after a cut. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class Uploading {
    private static final Journal JOURNAL = Journal.of(Uploading.class);
    private static final int MOST_OF_AN_EVENT = 100;
    private static final int ATTEMPTS = 5;
    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    @Inject
    Events events;

    @Inject
    RecordingSettings settings;

    @Inject
    Clock clock;

    /**
     * Begins an upload. Whoever does not know whether it worked calls again with the same id, and is answered the upload that
     * was begun the first time.
     *
     * @param submitted {@code fileName}, {@code size} and, if wanted, {@code contentType}
     */
    @RolesAllowed({"admin", "organizer"})
    public Recording begin(EventId event, Fields submitted, RecordingId id) {
        library.ready();
        var there = events.find(event).orElseThrow(() -> new NotFound("event"));
        if (there.decided() == EventState.ARCHIVED) {
            throw new WrongState("This event is archived and changes no more.");
        }
        var upload = Upload.read(submitted, settings.largest());
        var first = recordings.find(event, id);
        if (first.isPresent()) {
            return again(first.get());
        }
        if (recordings.of(event).size() >= MOST_OF_AN_EVENT) {
            throw new WrongState("This event has " + MOST_OF_AN_EVENT + " recordings already. Delete some first.");
        }
        var begun = Recording.begun(id, event, upload, clock.instant(), settings.patience());
        // Noted first, so that whatever is made for it is found again and removed if nobody goes on with it.
        recordings.add(begun);
        try {
            library.open(begun);
        } catch (Unavailable noRoom) {
            forget(begun);
            throw noRoom;
        }
        return begun;
    }

    private Recording again(Recording first) {
        if (first.deleted()) {
            throw removed();
        }
        if (first.state() != RecordingState.UPLOADING) {
            return first;
        }
        // From here on whoever began it, and still waits for an answer, has no right any more to forget it.
        var again = first.askedForAgain();
        try {
            recordings.replace(first, again);
        } catch (VersionConflict meanwhile) {
            // Others ask for it as well, or it has come whole, or is forgotten.
            return again(recordings.find(first.event(), first.id()).orElseThrow(Uploading::removed));
        }
        // Where this fails, nothing is lost of what has come, and it can be asked for again.
        library.open(again);
        return again;
    }

    private static Unavailable removed() {
        return new Unavailable("What was begun under this id is being removed. Please try again soon.", SOON);
    }

    // Perhaps only the answer was lost, and there is something of it: the note goes last, and stays where nobody knows.
    // Nor may it take so long that somebody asked for the same meanwhile, and sends parts by now.
    private void forget(Recording begun) {
        try {
            var forgotten = begun.deleting(clock.instant());
            recordings.replace(begun, forgotten);
            library.delete(forgotten);
            recordings.remove(forgotten);
        } catch (VersionConflict askedForAgain) {
            JOURNAL.note(
                    "An upload that failed for one caller goes on for another.",
                    Map.of("recordingId", begun.id().value()));
        } catch (Unavailable silent) {
            JOURNAL.warn(
                    "What an upload left is removed in its time.",
                    Map.of("recordingId", begun.id().value()),
                    silent);
        }
    }

    /** Every part, and where it is to be sent; empty once the upload is over. */
    @RolesAllowed({"admin", "organizer"})
    public List<UploadPart> parts(Recording recording) {
        if (recording.state() != RecordingState.UPLOADING) {
            return List.of();
        }
        var there = library.parts(recording);
        var until = clock.instant().plus(settings.permitFor()).truncatedTo(ChronoUnit.SECONDS);
        return recording
                .upload()
                .numbers()
                .mapToObj(part -> new UploadPart(
                        part,
                        recording.upload().length(part),
                        whole(recording, part, there),
                        library.addressOf(recording, part, until),
                        until))
                .toList();
    }

    /**
     * Ends the upload and has the recording made; again, nothing happens, but for one that failed for what was seen to since:
     * it is made anew. Fails with {@link UploadIncomplete} that names what is missing.
     */
    @RolesAllowed({"admin", "organizer"})
    public Recording complete(EventId event, RecordingId id) {
        library.ready();
        for (var attempt = 1; ; attempt++) {
            var before = recordings
                    .find(event, id)
                    .filter(found -> !found.deleted())
                    .orElseThrow(() -> new NotFound("recording"));
            var after = before.submitted(clock.instant());
            if (after.equals(before)) {
                return before;
            }
            if (before.state() == RecordingState.UPLOADING) {
                close(before);
            }
            try {
                recordings.replace(before, after);
                return after;
            } catch (VersionConflict meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
            }
        }
    }

    private void close(Recording recording) {
        var there = library.parts(recording);
        var missing = recording
                .upload()
                .numbers()
                .filter(part -> !whole(recording, part, there))
                .boxed()
                .toList();
        if (!missing.isEmpty()) {
            throw new UploadIncomplete(missing);
        }
        library.close(recording);
    }

    private static boolean whole(Recording recording, int part, Map<Integer, Long> there) {
        return there.getOrDefault(part, -1L) == recording.upload().length(part);
    }
}
