package foyer.media.local;

import com.github.benmanes.caffeine.cache.Cache;
import foyer.media.delivery.OriginFile;
import foyer.shared.Caches;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Files that many ask for at about the same time, as they do for the newest segments of a live picture: whoever asks first is given one
 * from the disk, and it is kept here once somebody else asks for the same. So what a lone viewer watches takes no memory.
 */
final class RecentFiles {
    /** What is longer is no segment: two seconds of the largest size take 1.5 MB. */
    static final long LONGEST = 4_000_000;

    // The last ten seconds of three live pictures, in all their sizes.
    private static final long MOST = 32_000_000;
    private static final int OVERHEAD = 300;
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private final Cache<Path, Recent> files;
    private final Reading reading;

    RecentFiles(Clock clock) {
        this(MOST, clock, FolderFile::read);
    }

    /**
     * @param most bytes, of all that is kept
     * @param reading of what is to be kept
     */
    RecentFiles(long most, Clock clock, Reading reading) {
        this.files = Caches.by(clock)
                .maximumWeight(most)
                .weigher((Path path, Recent recent) -> recent.weight())
                .expireAfterAccess(REMEMBERED)
                .build();
        this.reading = reading;
    }

    /** What is in a file as it was found a moment ago, from here or from the disk. */
    OriginFile.Content of(FolderFile file) {
        return (out, from, count) -> {
            var kept = file.length() > LONGEST ? null : kept(file);
            if (kept == null) {
                file.writeTo(out, from, count);
            } else {
                write(kept, out, Math.toIntExact(from), Math.toIntExact(count));
            }
        };
    }

    /** Bytes of those that are kept at present. */
    long size() {
        files.cleanUp();
        return files.asMap().values().stream().mapToLong(Recent::length).sum();
    }

    private byte @Nullable [] kept(FolderFile file) {
        var known = files.getIfPresent(file.path());
        if (known == null || !known.file.equals(file)) {
            files.put(file.path(), new Recent(file, null));
            return null;
        }
        return known.bytes == null ? again(file) : known.bytes;
    }

    // One reads it, the others wait for that.
    private byte @Nullable [] again(FolderFile file) {
        var read = files.asMap()
                .computeIfPresent(
                        file.path(),
                        (path, known) -> known.bytes == null && known.file.equals(file) ? read(file) : known);
        return read == null || !read.file.equals(file) ? null : read.bytes;
    }

    // What cannot be read now fails where it is delivered from the disk.
    private Recent read(FolderFile file) {
        try {
            return new Recent(file, reading.of(file));
        } catch (IOException unreadable) {
            return new Recent(file, null);
        }
    }

    private static void write(byte[] bytes, OutputStream out, int from, int count) throws IOException {
        for (var sent = 0; sent < count; sent += FolderFile.PIECE) {
            out.write(bytes, from + sent, Math.min(FolderFile.PIECE, count - sent));
        }
    }

    /** How a file comes into memory. */
    @FunctionalInterface
    interface Reading {
        /** All that is in it. */
        byte[] of(FolderFile file) throws IOException;
    }

    /** A file that was asked for, and what is in it once somebody asked again. */
    private static final class Recent {
        private final FolderFile file;
        private final byte @Nullable [] bytes;

        Recent(FolderFile file, byte @Nullable [] bytes) {
            this.file = file;
            this.bytes = bytes;
        }

        int length() {
            return bytes == null ? 0 : bytes.length;
        }

        int weight() {
            return OVERHEAD + length();
        }
    }
}
