package foyer.assets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** What is done with whole folders; always in the order of the names, so that results do not depend on the disk. */
final class Folder {
    private Folder() {}

    /** All files below the folder. */
    static List<Path> files(Path folder) throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    /** Copies a file, or a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        for (var file : files(from)) {
            var target = to.resolve(from.relativize(file).toString());
            if (Files.isRegularFile(from)) {
                target = to;
            }
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.copy(file, target);
        }
    }

    /** Deletes the folder, if it is there, with all that is in it. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var found = Files.walk(folder)) {
            for (var path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
