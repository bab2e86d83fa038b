package foyer.media;

import foyer.event.Screening;
import foyer.media.VodLibrary.Playback;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Removes all there is of a recording, and the note of it last: so it may die at any point, and the next one goes on. Where it was made of
 * what goes on live, viewers are led back to that.
 */
@ApplicationScoped
class Removing {
    @Inject
    Recordings recordings;

    @Inject
    Broadcasts broadcasts;

    @Inject
    LiveOrigin origin;

    @Inject
    VodLibrary library;

    @Inject
    Screening screening;

    void remove(Recording recording) {
        var playback = library.playback(recording);
        leadBack(recording, playback);
        screening.takeOff(
                recording.event(),
                playback.manifest().toString(),
                playback.poster().toString());
        library.delete(recording);
        recordings.remove(recording);
    }

    private void leadBack(Recording recording, Playback playback) {
        if (!recording.upload().ofWhatWasLive() || origin.lacking().isPresent()) {
            return;
        }
        broadcasts
                .find(recording.event())
                .filter(live -> goesOnBeside(recording, live))
                .ifPresent(live -> screening.showInstead(
                        live.event(),
                        playback.manifest().toString(),
                        origin.playback(live).toString()));
    }

    private static boolean goesOnBeside(Recording recording, Broadcast live) {
        return live.due().isPresent()
                && !live.made().equals(Optional.of(recording.id()))
                && !recording.createdAt().isBefore(live.createdAt());
    }
}
