package foyer.media;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeScreening;
import foyer.shared.SettableClock;
import java.time.Duration;

/** Lengths of what the events of a test play. */
public final class SomeLengths {
    private SomeLengths() {}

    /** Nothing was ever sent. */
    public static Lengths unknown() {
        return new Lengths(new RecordingsInMemory(), new VodLibraryInMemory());
    }

    /** The event plays a recording of so long from now on. */
    public static Lengths of(Event event, Duration length, EventsInMemory events, SettableClock clock) {
        var recordings = new RecordingsInMemory();
        var library = new VodLibraryInMemory();
        var recording = SomeRecordings.takenUp(SomeRecordings.anUploadTo(event.id(), clock.instant()))
                .finished(length, clock.instant());
        recordings.add(recording);
        var playback = library.playback(recording);
        SomeScreening.on(events, clock)
                .show(
                        event.id(),
                        playback.manifest().toString(),
                        playback.poster().toString());
        return new Lengths(recordings, library);
    }
}
