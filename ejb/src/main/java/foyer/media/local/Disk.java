package foyer.media.local;

import foyer.shared.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is done to files and folders, with a failing disk told as {@link Unavailable}. */
final class Disk {
    private static final Duration LATER = Duration.ofMinutes(1);

    private Disk() {}

    /** A thing done to files. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException;
    }

    static <T> T at(Work<T> work) {
        try {
            return work.done();
        } catch (IOException failing) {
            throw failing(failing);
        } catch (UncheckedIOException listing) {
            throw failing(Objects.requireNonNull(listing.getCause()));
        }
    }

    private static Unavailable failing(IOException why) {
        return new Unavailable(
                "The disk for recordings fails: " + why.getClass().getSimpleName(), LATER, why);
    }

    /** Fails with {@link Unavailable} unless so many bytes are free. */
    static void ensureRoom(Path folder, long bytes) {
        if (free(folder) < bytes) {
            throw new Unavailable(
                    String.format(
                            Locale.ROOT,
                            "The disk for recordings is full: this takes %d MB. Make room, or delete recordings.",
                            bytes / 1_000_000),
                    LATER);
        }
    }

    static long free(Path folder) {
        return at(() -> Files.getFileStore(folder).getUsableSpace());
    }

    static Path folder(Path folder) {
        return at(() -> Files.createDirectories(folder));
    }

    static boolean isFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** As a whole or not at all; answers false where there is nothing to move. */
    static boolean isMoved(Path from, Path to) {
        folder(to.resolveSibling("."));
        return at(() -> {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (NoSuchFileException none) {
                return false;
            }
        });
    }

    /** With all that is in it; nothing happens where there is none. */
    static void remove(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        at(() -> {
            for (var path : deepestFirst(folder)) {
                Files.deleteIfExists(path);
            }
            return folder;
        });
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
