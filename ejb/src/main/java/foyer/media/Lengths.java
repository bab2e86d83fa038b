package foyer.media;

import foyer.event.Event;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** Tells how long that is which events play. */
@Dependent
public class Lengths {
    private final Recordings recordings;
    private final VodLibrary library;

    @Inject
    Lengths(Recordings recordings, VodLibrary library) {
        this.recordings = recordings;
        this.library = library;
    }

    /** Of the recording that an event plays; empty where it plays none of ours. */
    public Optional<Duration> of(Event event) {
        var manifest = event.manifestUrl();
        if (manifest.isEmpty() || library.lacking().isPresent()) {
            return Optional.empty();
        }
        return recordings.of(event.id()).stream()
                .filter(recording -> recording.state() == RecordingState.COMPLETE)
                .filter(recording -> manifest.get()
                        .equals(library.playback(recording).manifest().toString()))
                .flatMap(recording -> Optional.ofNullable(recording.length()).stream())
                .findFirst();
    }
}
