package foyer.sandbox.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** What lies below a live channel's address right now. */
final class LiveFiles {
    private static final Pattern IN_TRACK = Pattern.compile("([a-z0-9-]+)/([a-z0-9.-]+)");
    private static final Pattern SEGMENT = Pattern.compile("segment-(\\d{1,15})(\\.[a-z0-9]+)");

    private final Recording recording;
    private final Clock clock;

    LiveFiles(Recording recording, Clock clock) {
        this.recording = recording;
        this.clock = clock;
    }

    Optional<MediaFile> find(LiveRun run, String path) throws IOException {
        if (path.equals(Recording.MASTER)) {
            return recording.file(path).map(bytes -> MediaFile.never(path, bytes));
        }
        var inTrack = IN_TRACK.matcher(path);
        if (!inTrack.matches()) {
            return Optional.empty();
        }
        var track = recording.track(inTrack.group(1));
        return track.isEmpty() ? Optional.empty() : find(run, track.get(), inTrack.group(1), inTrack.group(2));
    }

    private Optional<MediaFile> find(LiveRun run, RecordedTrack track, String folder, String name) throws IOException {
        if (name.equals("index.m3u8")) {
            var playlist = new LivePlaylist(run, track).at(clock.instant());
            return Optional.of(MediaFile.never(name, playlist.getBytes(StandardCharsets.UTF_8)));
        }
        var segment = SEGMENT.matcher(name);
        if (!segment.matches()) {
            return recording.file(folder + "/" + name).map(bytes -> MediaFile.forever(name, bytes));
        }
        var number = Long.parseLong(segment.group(1));
        if (!run.has(number, clock.instant()) || !segment.group(2).equals(track.extension())) {
            return Optional.empty();
        }
        return recording.file(folder + "/" + track.file(number)).map(bytes -> MediaFile.forever(name, bytes));
    }
}
