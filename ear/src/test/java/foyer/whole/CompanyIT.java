package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Of each class of these tests it was decided beside whom it runs, and why by itself: by default JUnit would let all of them. */
@Beside
class CompanyIT {
    private static final String ENDING = "IT.class";

    private static final List<Class<? extends Annotation>> KINDS =
            List.of(Beside.class, OwnServers.class, OwnStandIns.class, Isolated.class);

    @Test
    void eachRunsBesideOthersBesideItsKindOrByItself() throws IOException {
        assertThat(tests())
                .contains(CompanyIT.class)
                .allSatisfy(test -> assertThat(KINDS.stream().filter(test::isAnnotationPresent))
                        .as("what %s is of %s", test, KINDS)
                        .hasSize(1));
    }

    @Test
    void whoRunsByThemselvesSaysWhy() throws IOException {
        assertThat(reasons(Isolated.class, Isolated::value)).isNotEmpty().allSatisfy(CompanyIT::isSaid);
    }

    @Test
    void soDoesWhoNeedsStandInsForThemselves() throws IOException {
        assertThat(reasons(OwnStandIns.class, OwnStandIns::value)).isNotEmpty().allSatisfy(CompanyIT::isSaid);
    }

    private static void isSaid(Class<?> test, String reason) {
        assertThat(reason).as("why %s runs by itself", test).isNotBlank();
    }

    private static <A extends Annotation> Map<Class<?>, String> reasons(Class<A> kind, Function<A, String> reason)
            throws IOException {
        return tests().stream()
                .filter(test -> test.isAnnotationPresent(kind))
                .collect(Collectors.toMap(test -> test, test -> reason.apply(test.getAnnotation(kind))));
    }

    private static List<Class<?>> tests() throws IOException {
        var classes = Build.jarOf(CompanyIT.class);
        try (var files = Files.walk(classes)) {
            return files.map(classes::relativize)
                    .filter(file -> file.toString().endsWith(ENDING))
                    .<Class<?>>map(CompanyIT::named)
                    .toList();
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
