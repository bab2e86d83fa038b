package foyer.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Makes, copies and deletes folders with all that is in them. */
final class Folders {
    private Folders() {}

    /** One for temporary files beside the logs. */
    static Path temporary(Path logs) {
        try {
            return Files.createDirectories(logs.toAbsolutePath().resolve("tmp"));
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
