package foyer.media.local;

import foyer.media.CannotMake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A rendition as it came out.
 *
 * @param segments in order
 */
record MediaPlaylist(List<Segment> segments) {
    private static final String LENGTH = "#EXTINF:";

    /** So many bytes for so many seconds. */
    record Segment(double seconds, long bytes) {}

    /** Fails with {@link CannotMake} for one that lacks a segment. */
    static MediaPlaylist in(Path folder) {
        return Disk.at(() -> {
            var segments = new ArrayList<Segment>();
            var seconds = 0.0;
            for (var line : Files.readAllLines(folder.resolve("index.m3u8"))) {
                if (line.startsWith(LENGTH)) {
                    seconds = Double.parseDouble(line.substring(LENGTH.length()).replaceFirst(",.*", ""));
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    segments.add(new Segment(seconds, size(folder.resolve(line))));
                }
            }
            return new MediaPlaylist(segments);
        });
    }

    Duration length() {
        return Duration.ofMillis(Math.round(seconds() * 1000));
    }

    /** Bits a second of the largest segment; the last one may be too short to count (RFC 8216, 4.3.4.2). */
    long peak() {
        return Math.round(segments.stream()
                .filter(segment -> segment.seconds() >= Encoding.SEGMENT_SECONDS / 2.0 || segments.size() == 1)
                .mapToDouble(segment -> segment.bytes() * 8 / Math.max(segment.seconds(), 0.001))
                .max()
                .orElse(1));
    }

    /** Bits a second over all. */
    long average() {
        var bytes = segments.stream().mapToLong(Segment::bytes).sum();
        return Math.max(1, Math.round(bytes * 8 / Math.max(seconds(), 0.001)));
    }

    private double seconds() {
        return segments.stream().mapToDouble(Segment::seconds).sum();
    }

    private static long size(Path segment) throws IOException {
        var size = Files.exists(segment) ? Files.size(segment) : 0;
        if (size == 0) {
            // ffmpeg does not always say that it could not write.
            throw Complaint.full();
        }
        return size;
    }
}
