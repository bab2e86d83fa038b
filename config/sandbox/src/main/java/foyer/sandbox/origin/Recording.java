package foyer.sandbox.origin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the demo video, which {@code demo-video/make.sh} made. */
final class Recording {
    static final String MASTER = "master.m3u8";

    private static final Pattern PLAIN = Pattern.compile("([a-z0-9-]+/)?[a-z0-9-]+\\.[a-z0-9]+");

    /** A few megabytes at most, and read again and again. */
    private final Map<String, byte[]> read = new ConcurrentHashMap<>();

    /** A file by its path below the recording; a path that could lead anywhere else is no file. */
    Optional<byte[]> file(String path) throws IOException {
        if (!PLAIN.matcher(path).matches()) {
            return Optional.empty();
        }
        var known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        try (var stream = Recording.class.getResourceAsStream("demo/" + path)) {
            if (stream == null) {
                return Optional.empty();
            }
            var bytes = stream.readAllBytes();
            read.put(path, bytes);
            return Optional.of(bytes);
        }
    }

    /** The media playlist of a track (a rendition, the sound, captions). */
    Optional<RecordedTrack> track(String name) throws IOException {
        return file(name + "/index.m3u8").map(bytes -> RecordedTrack.parse(new String(bytes, StandardCharsets.UTF_8)));
    }
}
