package foyer.media.aws;

import foyer.media.Recording;
import java.util.List;
import java.util.Locale;

/**
 * Where things of a recording are in the bucket. What plays lies below {@code eventId/recordingId/}, as addresses name it; posters,
 * which are for everybody, below {@code posters/}; all else below {@code .recordings}, to which no address leads, for the function at
 * the edge lets no part of a path begin with a dot.
 */
record Shelf(Recording recording) {
    private static final String POSTER = "poster.jpg";

    /** The file as it was sent. Its ending tells MediaConvert what to expect. */
    String file() {
        var name = recording.upload().fileName().toLowerCase(Locale.ROOT);
        return backstage() + "file" + name.substring(name.lastIndexOf('.'));
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
        return recording.event().value() + "/" + recording.id().value() + "/";
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
        return ".recordings/" + recording.id().value() + "/";
    }
}
