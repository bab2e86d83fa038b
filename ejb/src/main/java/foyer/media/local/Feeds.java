package foyer.media.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Reads what came of channels so far, from the lists that ffmpeg writes. */
final class Feeds {
    private static final int MOST = 2_000;
    private static final String LIST = "index.m3u8";
    private static final String LENGTH = "#EXTINF:";

    // A list grows for hours and is asked for by many: it is read again when it has changed.
    private final Cache<Path, Lengths> read = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofMinutes(10))
            .executor(Runnable::run)
            .build();

    private record Lengths(Object file, long size, long changed, List<Duration> segments) {}

    /**
     * Those with a picture, in order.
     *
     * @param plays where each rendition has a folder of its own
     */
    List<Feed> of(ChannelNotes notes, Path plays) {
        var renditions = notes.ladder().map(LiveLadder::folders).orElse(List.of());
        var feeds = new ArrayList<Feed>();
        for (var begun : notes.feeds()) {
            var lengths = new HashMap<String, List<Duration>>();
            for (var rendition : renditions) {
                var folder = plays.resolve(rendition).resolve(begun.name());
                lengths.put(rendition, lengths(folder.resolve(LIST)));
            }
            var feed = new Feed(begun.name(), begun.at(), lengths);
            if (feed.count() > 0) {
                feeds.add(feed);
            }
        }
        return feeds;
    }

    /** When the last was written of all that came; empty: nothing did. */
    static Optional<Instant> lastOf(Path plays) {
        if (!Disk.isFolder(plays)) {
            return Optional.empty();
        }
        return Disk.at(() -> {
            // Renditions, feeds, and the list in each.
            try (var lists = Files.find(plays, 3, (path, its) -> path.endsWith(LIST) && its.isRegularFile())) {
                return lists.map(list -> Disk.at(() -> Files.getLastModifiedTime(list)))
                        .map(FileTime::toInstant)
                        .max(Comparator.naturalOrder());
            }
        });
    }

    private List<Duration> lengths(Path list) {
        return Disk.at(() -> {
            try {
                return readIfChanged(list);
            } catch (NoSuchFileException notYet) {
                return List.of();
            }
        });
    }

    private List<Duration> readIfChanged(Path list) throws IOException {
        var now = Files.readAttributes(list, BasicFileAttributes.class);
        var known = read.getIfPresent(list);
        if (known != null
                && known.size == now.size()
                && known.changed == now.lastModifiedTime().toMillis()
                && known.file.equals(String.valueOf(now.fileKey()))) {
            return known.segments;
        }
        // It is replaced as a whole, so that what is read is never half of it.
        var segments = Files.readAllLines(list).stream()
                .filter(line -> line.startsWith(LENGTH))
                .map(line -> Double.parseDouble(line.substring(LENGTH.length()).replaceFirst(",.*", "")))
                .map(seconds -> Duration.ofNanos(Math.round(seconds * 1e9)))
                .toList();
        read.put(
                list,
                new Lengths(
                        String.valueOf(now.fileKey()),
                        now.size(),
                        now.lastModifiedTime().toMillis(),
                        segments));
        return segments;
    }
}
