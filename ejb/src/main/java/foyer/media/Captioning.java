package foyer.media;

import foyer.event.EventId;
import foyer.media.captions.CaptionTrack;
import foyer.media.captions.WebVtt;
import foyer.media.rendition.UnfitPlaylist;
import foyer.shared.Journal;
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
import java.util.Map;
import java.util.Optional;

/** Organizers give a recording the captions that were not in its file. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@RolesAllowed({"admin", "organizer"})
public class Captioning {
    private static final Journal JOURNAL = Journal.of(Captioning.class);

    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    /** Those of a recording that plays, with those that were in its file; none of one that does not. */
    @RolesAllowed({"admin", "organizer"})
    public List<CaptionTrack> captions(Recording recording) {
        if (recording.state() != RecordingState.COMPLETE) {
            return List.of();
        }
        try {
            return library.captions(recording);
        } catch (UnfitPlaylist unreadable) {
            JOURNAL.alert(
                    "A recording's manifest cannot be read.",
                    Map.of("recording", recording.id().value()),
                    unreadable);
            return List.of();
        }
    }

    /**
     * Offers captions, in the place of those in the same language. Fails with {@link ValidationFailed}, with {@link NotFound}, or with
     * {@link WrongState} while the recording does not play, or where it was live and does not say by which clock.
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
        offer(recording, track, captions);
        return track;
    }

    private void offer(Recording recording, CaptionTrack track, WebVtt captions) {
        try {
            library.offer(recording, track, captions);
        } catch (UnfitPlaylist unreadable) {
            throw new WrongState(
                    "Captions cannot be sent for this recording, for its segments do not say by which clock they count.",
                    unreadable);
        }
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
