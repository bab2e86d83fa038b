package foyer.media;

import foyer.event.EventId;
import foyer.shared.NotFound;
import foyer.shared.ValidationFailed;
import foyer.shared.WrongState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Organizers give a recording the captions that were not in its file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class Captioning {
    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    /** Those of a recording that plays, with those that were in its file; none of one that does not. */
    @RolesAllowed({"admin", "organizer"})
    public List<CaptionTrack> captions(Recording recording) {
        return recording.state() == RecordingState.COMPLETE ? library.captions(recording) : List.of();
    }

    /**
     * Offers captions, in the place of those in the same language. Fails with {@link ValidationFailed}, with {@link NotFound}, or with
     * {@link WrongState} while the recording does not play.
     *
     * @param language by BCP 47
     * @param label by which viewers know them; empty: by the language's own name for itself
     * @param webVtt a whole file
     */
    @RolesAllowed({"admin", "organizer"})
    public CaptionTrack offer(EventId event, RecordingId id, String language, Optional<String> label, byte[] webVtt) {
        var recording = playing(event, id);
        var track = CaptionTrack.named(language, label);
        var length = Optional.ofNullable(recording.length()).orElse(Duration.ZERO);
        var captions = WebVtt.read(webVtt, length);
        if (library.captions(recording).stream()
                .anyMatch(other ->
                        other.label().equals(track.label()) && !other.language().equalsIgnoreCase(track.language()))) {
            throw new ValidationFailed("label", "taken", "Captions in another language are called so.");
        }
        library.offer(recording, track, captions);
        return track;
    }

    /** Twice is the same as once; those that were in the file can be taken away, too. */
    @RolesAllowed({"admin", "organizer"})
    public void withdraw(EventId event, RecordingId id, String language) {
        library.withdraw(playing(event, id), CaptionTrack.language(language));
    }

    private Recording playing(EventId event, RecordingId id) {
        library.ready();
        var recording = recordings
                .find(event, id)
                .filter(found -> !found.deleted())
                .orElseThrow(() -> new NotFound("recording"));
        if (recording.state() != RecordingState.COMPLETE) {
            throw new WrongState("This recording does not play yet. Send captions once it is COMPLETE.");
        }
        return recording;
    }
}
