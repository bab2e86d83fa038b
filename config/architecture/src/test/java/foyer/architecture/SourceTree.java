package foyer.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of every module, of which each module's own rules see one. */
final class SourceTree {
    static final Path PROJECT = Path.of("../..");

    private SourceTree() {}

    /** @param kinds such as {@code main} and {@code test} */
    static List<Path> javaFiles(String... kinds) {
        return Stream.of(PROJECT, PROJECT.resolve("config"))
                .flatMap(around -> folders(around).stream())
                .flatMap(module -> Stream.of(kinds).map(kind -> module.resolve("src/" + kind + "/java")))
                .filter(Files::isDirectory)
                .flatMap(root -> filesBelow(root).stream())
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> filesBelow(Path root) {
        try (var walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> folders(Path around) {
        try (var listed = Files.list(around)) {
            return listed.filter(Files::isDirectory).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
