package foyer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * NullAway looks at marked packages alone, so that one which is not is passed over without a word: here all of the source tree is
 * looked through, tests and stand-ins too, which no module's rules see.
 */
class NullMarkedSourcesTest {
    private static final Path PROJECT = Path.of("../..");
    private static final Path VIOLATION = Path.of("violations/foyer/unmarked");

    @Test
    void everyPackageOfEveryModuleIsMarked() throws IOException {
        var packages = sources().flatMap(NullMarkedSourcesTest::packages).toList();

        assertThat(packages)
                .hasSizeGreaterThan(100)
                .filteredOn(folder -> !isMarked(folder))
                .singleElement()
                .satisfies(unmarked -> assertThat(unmarked).endsWith(VIOLATION));
    }

    private static Stream<Path> sources() throws IOException {
        return Stream.concat(folders(PROJECT).stream(), folders(PROJECT.resolve("config")).stream())
                .flatMap(module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
                .filter(Files::isDirectory);
    }

    private static Stream<Path> packages(Path sources) {
        try (var walk = Files.walk(sources)) {
            return walk
                    .filter(path -> path.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isMarked(Path folder) {
        try {
            var information = folder.resolve("package-info.java");
            return Files.exists(information) && Files.readAllLines(information).contains("@NullMarked");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> folders(Path around) throws IOException {
        try (var listed = Files.list(around)) {
            return listed.filter(Files::isDirectory).toList();
        }
    }
}
