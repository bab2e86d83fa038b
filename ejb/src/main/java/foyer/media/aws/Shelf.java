package foyer.media.aws;

import foyer.event.EventId;
import foyer.media.Recording;
import foyer.media.RecordingId;
import java.util.List;
import java.util.Locale;

/**
 * Where things of a recording are in the bucket. What plays lies below {@code eventId/recordingId/}, as addresses name it; posters,
 * which are for everybody, below {@code posters/}; all else below {@code .recordings}, to which no address leads, for the function at
 * the edge lets no part of a path begin with a dot.
 *
 * @param ending of the file that was sent, which tells MediaConvert what to expect: {@code .mp4}; empty where none was
 */
record Shelf(EventId event, RecordingId id, String ending) {
    private static final String POSTER = "poster.jpg";

    Shelf(Recording recording) {
        this(recording.event(), recording.id(), endingOf(recording.upload().fileName()));
    }

    /** Of a recording for which no file is sent. */
    static Shelf ofHarvest(EventId event, RecordingId id) {
        return new Shelf(event, id, "");
    }

    /** The file as it was sent. */
    String file() {
        return backstage() + "file" + ending;
    }

    /** What is noted of the job. */
    String mark() {
        return backstage() + "job.json";
    }

    /** Where stills are put that the poster is chosen from. */
    String stills() {
        return backstage() + "poster";
    }

    String plays() {
        return event.value() + "/" + id.value() + "/";
    }

    /** As MediaConvert takes a group's destination: its files' names begin with the last part. */
    String manifest() {
        return plays() + "master";
    }

    String thumbnails() {
        return plays() + "thumbnail";
    }

    String poster() {
        return "posters/" + plays() + POSTER;
    }

    /** All there is of it is below these. */
    List<String> folders() {
        return List.of(plays(), "posters/" + plays(), backstage());
    }

    private String backstage() {
        return ".recordings/" + id.value() + "/";
    }

    private static String endingOf(String name) {
        return name.contains(".") ? name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT) : "";
    }
}
