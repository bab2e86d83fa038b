package foyer.media;

import static foyer.shared.SettableClock.NOON;

import foyer.event.EventId;
import foyer.shared.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Recordings to speak of in tests. */
public final class SomeRecordings {
    public static final Duration PATIENCE = Duration.ofDays(2);
    public static final Duration LEASE = Duration.ofMinutes(2);
    public static final long MEGABYTES = 16L << 20;

    private SomeRecordings() {}

    /** Begun at noon, of three parts of which the last is short. */
    public static Recording anUpload() {
        return anUploadTo(EventId.fresh(), NOON);
    }

    public static Recording anUploadTo(EventId event, Instant begun) {
        return anUploadOf(new Upload("show.mp4", 2 * MEGABYTES + 5, MEGABYTES), event, begun);
    }

    /** Of so many bytes, in parts of so many. */
    public static Recording anUploadOf(long size, long partSize) {
        return anUploadOf(new Upload("show.mp4", size, partSize), EventId.fresh(), NOON);
    }

    public static Recording anUploadNamed(Upload upload) {
        return anUploadOf(upload, EventId.fresh(), NOON);
    }

    /** Submitted at noon. */
    public static Recording aSubmittedOne() {
        return anUpload().submitted(NOON);
    }

    public static Recording aCompleteOne() {
        return aSubmittedOne().takenUp(NOON, LEASE).finished(Duration.ofSeconds(5), NOON);
    }

    /** Over at noon. */
    public static Recording ofWhatWasLive(EventId event, RecordingId id, Duration length) {
        return Recording.harvested(id, event, new Harvested.Done(length, 1_000), NOON.minus(length), NOON);
    }

    /** At noon. */
    public static Recording leftOff(EventId event, RecordingId id) {
        return Recording.leftOff(id, event, NOON, Duration.ofDays(1));
    }

    /** Taken up at noon. */
    public static Recording takenUp(Recording recording) {
        return recording.submitted(NOON).takenUp(NOON, LEASE);
    }

    public static RecordingSettings settings() {
        return new RecordingSettings(1L << 32, Duration.ofHours(6), PATIENCE, LEASE, 1);
    }

    public static Fields aSubmission(String fileName, long size) {
        return Fields.of(Map.of("fileName", fileName, "size", size));
    }

    private static Recording anUploadOf(Upload upload, EventId event, Instant begun) {
        return Recording.begun(RecordingId.fresh(), event, upload, begun, PATIENCE);
    }
}
