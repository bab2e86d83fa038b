package foyer.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Makes, copies and deletes folders with all that is in them. */
final class Folders {
    private Folders() {}

    /** A fresh one beside the logs for the temporary files of one process. */
    static Path temporary(Path logs) {
        try {
            return Files.createTempDirectory(
                    Files.createDirectories(logs.toAbsolutePath().resolve("tmp")), "of-");
        } catch (IOException refused) {
            throw new CannotLaunch("No folder for temporary files could be made in " + logs, refused);
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var each : all.toList()) {
                var target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    /** Deletes it as far as that is possible: what stays is in nobody's way, and goes with the build's output. */
    static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException stays) {
            // Whoever closes a process has nothing to gain from hearing of it.
        }
    }

    /** Does nothing where there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
