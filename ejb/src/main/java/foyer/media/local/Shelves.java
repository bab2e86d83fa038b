package foyer.media.local;

import foyer.event.EventId;
import foyer.media.Recording;
import foyer.media.RecordingId;
import java.nio.file.Path;

/**
 * Where things are in the folder. What plays lies in {@code eventId/recordingId}; all else below {@code .recordings}, which is
 * no event's id and so never delivered, on the same disk, so that a folder is moved as a whole or not at all.
 */
record Shelves(Path root) {
    static Shelves of(LocalSettings settings) {
        var directory = settings.directory();
        if (directory == null) {
            throw new IllegalStateException("Somebody works on recordings where there is no folder for them.");
        }
        return new Shelves(directory);
    }

    /** Parts, while they may come. */
    Path arriving(RecordingId id) {
        return backstage("arriving", id);
    }

    /** The same when it is whole: parts, and then the file made of them. */
    Path arrived(RecordingId id) {
        return backstage("arrived", id);
    }

    /** What is being made; the attempt before may still write to its own. */
    Path staged(Recording recording) {
        return staging(recording.id()).resolve(Integer.toString(recording.attempts()));
    }

    Path staging(RecordingId id) {
        return backstage("staged", id);
    }

    Path leaving(RecordingId id) {
        return backstage("leaving", id);
    }

    Path published(Recording recording) {
        return published(recording.event(), recording.id());
    }

    Path published(EventId event, RecordingId id) {
        return root.resolve(event.value()).resolve(id.value());
    }

    private Path backstage(String what, RecordingId id) {
        return root.resolve(".recordings").resolve(what).resolve(id.value());
    }
}
