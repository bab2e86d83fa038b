package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is deployed: two builds of the same sources make the same of it, and what stands in for others is not in it. */
@Beside
class ArchivesIT {
    private static final Pattern OURS = Pattern.compile("(.*/)?(foyer-[^/]*|ejb|web|player-jsf|ROOT)\\.[jw]ar");
    private static final Pattern STAND_IN = Pattern.compile(
            "(?i).*(foyer[/-](sandbox|launch|demo|bench)|dynamodb-?local|s3mock|greenmail|wiremock|testcontainers).*");

    /** @param path with those of the archives around it before it */
    private record Entry(String path, LocalDateTime date) {}

    static Stream<Path> archives() {
        return Stream.of(Build.ear(), Build.microJar());
    }

    @ParameterizedTest
    @MethodSource("archives")
    void tellNothingOfTheHourOfTheirBuild(Path archive) throws IOException {
        assertThat(entries(archive))
                .hasSizeGreaterThan(500)
                .extracting(Entry::date)
                .containsOnly(Build.date());
    }

    @ParameterizedTest
    @MethodSource("archives")
    void holdNoStandIn(Path archive) throws IOException {
        assertThat(entries(archive))
                .extracting(Entry::path)
                .anyMatch(path -> path.endsWith("foyer/event/Event.class"))
                .noneMatch(path -> STAND_IN.matcher(path).matches());
    }

    private static List<Entry> entries(Path archive) throws IOException {
        var found = new ArrayList<Entry>();
        try (var bytes = new BufferedInputStream(Files.newInputStream(archive))) {
            read(bytes, "", found);
        }
        return found;
    }

    private static void read(InputStream archive, String around, List<Entry> found) throws IOException {
        // Not closed: it would close the archive around it.
        var zip = new ZipInputStream(archive);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            var path = around + entry.getName();
            found.add(new Entry(path, entry.getTimeLocal()));
            if (OURS.matcher(entry.getName()).matches()) {
                read(zip, path + "!/", found);
            }
        }
    }
}
