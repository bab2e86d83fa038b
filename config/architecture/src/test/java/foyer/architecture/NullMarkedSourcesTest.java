package foyer.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * NullAway looks at marked packages alone, so that one which is not is passed over without a word: here all of the source tree is
 * looked through, tests and stand-ins too, which no module's rules see.
 */
class NullMarkedSourcesTest {
    private static final Path VIOLATION = Path.of("violations/foyer/unmarked");

    @Test
    void everyPackageOfEveryModuleIsMarked() {
        var packages = SourceTree.javaFiles("main", "test").stream()
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(packages)
                .hasSizeGreaterThan(100)
                .filteredOn(folder -> !isMarked(folder))
                .singleElement()
                .satisfies(unmarked -> assertThat(unmarked).endsWith(VIOLATION));
    }

    private static boolean isMarked(Path folder) {
        var information = folder.resolve("package-info.java");
        return Files.exists(information) && SourceTree.text(information).lines().anyMatch("@NullMarked"::equals);
    }
}
