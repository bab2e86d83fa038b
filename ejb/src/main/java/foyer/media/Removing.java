package foyer.media;

import foyer.event.Screening;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Removes all there is of a recording, and the note of it last: so it may die at any point, and the next one goes on. */
@ApplicationScoped
class Removing {
    @Inject
    Recordings recordings;

    @Inject
    VodLibrary library;

    @Inject
    Screening screening;

    void remove(Recording recording) {
        var playback = library.playback(recording);
        screening.takeOff(
                recording.event(),
                playback.manifest().toString(),
                playback.poster().toString());
        library.delete(recording);
        recordings.remove(recording);
    }
}
