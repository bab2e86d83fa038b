package foyer.media;

import static foyer.event.SomeEvents.aPublishedEvent;

import foyer.event.Event;
import foyer.event.EventsInMemory;
import foyer.event.SomeScreening;
import foyer.shared.SettableClock;
import java.nio.charset.StandardCharsets;

/** The use cases around recordings on fakes, with one event. */
final class SomeUploads {
    final SettableClock clock = new SettableClock();
    final EventsInMemory events = new EventsInMemory();
    final RecordingsInMemory recordings = new RecordingsInMemory();
    final VodLibraryInMemory library = new VodLibraryInMemory();
    final Event event = aPublishedEvent();
    final Uploading uploading = new Uploading();
    final KeepingRecordings keeping = new KeepingRecordings();
    final Transcoding transcoding = new Transcoding();

    SomeUploads() {
        events.add(event);
        var removing = new Removing();
        removing.recordings = recordings;
        removing.broadcasts = new BroadcastsInMemory();
        removing.origin = new LiveOriginInMemory(clock);
        removing.library = library;
        removing.screening = SomeScreening.on(events, clock);
        uploading.recordings = recordings;
        uploading.library = library;
        uploading.events = events;
        uploading.settings = SomeRecordings.settings();
        uploading.clock = clock;
        keeping.recordings = recordings;
        keeping.library = library;
        keeping.events = events;
        keeping.removing = removing;
        keeping.clock = clock;
        transcoding.recordings = recordings;
        transcoding.library = library;
        transcoding.screening = removing.screening;
        transcoding.removing = removing;
        transcoding.settings = SomeRecordings.settings();
        transcoding.clock = clock;
    }

    /** A file of five bytes, of which nothing has come. */
    Recording begun() {
        return uploading.begin(event.id(), SomeRecordings.aSubmission("show.mp4", 5), RecordingId.fresh());
    }

    /** A video, all of it. */
    Recording submitted() {
        var begun = begun();
        library.send(begun, 1, "video".getBytes(StandardCharsets.UTF_8));
        return uploading.complete(event.id(), begun.id());
    }

    Recording kept(Recording recording) {
        return recordings.find(recording.event(), recording.id()).orElseThrow();
    }

    Event keptEvent() {
        return events.find(event.id()).orElseThrow();
    }
}
