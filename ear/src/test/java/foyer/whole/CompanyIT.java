package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Of each class of these tests it was decided whether it runs beside others: by default JUnit would let all of them. */
@Isolated
class CompanyIT {
    private static final String ENDING = "IT.class";

    @Test
    void eachRunsBesideOthersOrByItself() throws IOException {
        var classes = Build.jarOf(CompanyIT.class);
        try (var files = Files.walk(classes)) {
            var tests = files.map(classes::relativize)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .map(CompanyIT::named)
                    .toList();

            assertThat(tests)
                    .contains(CompanyIT.class)
                    .allSatisfy(test -> assertThat(test.isAnnotationPresent(Beside.class))
                            .as("%s is @Beside or @Isolated", test)
                            .isNotEqualTo(test.isAnnotationPresent(Isolated.class)));
        }
    }

    private static Class<?> named(Path file) {
        var name = file.toString()
                .replaceFirst("\\.class$", "")
                .replace(file.getFileSystem().getSeparator(), ".");
        try {
            return Class.forName(name, false, CompanyIT.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
