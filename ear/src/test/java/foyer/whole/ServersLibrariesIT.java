package foyer.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On Micro these libraries are the server's: what we compile against, and pack into the EAR, has to be the same. */
@Beside
class ServersLibrariesIT {
    @ParameterizedTest
    @ValueSource(strings = {"nimbus-jose-jwt", "reactive-streams"})
    void areThoseOfOurPom(String library) throws IOException {
        var ours = entry(Build.ear(), "lib/" + library + "-[0-9.]+\\.jar");
        var theirs = entry(Build.payaraMicro(), "MICRO-INF/runtime/" + library + "\\.jar");

        assertThat(ours).as(library + " of pom.xml is not that of Payara Micro").isEqualTo(theirs);
    }

    private static byte[] entry(Path archive, String name) throws IOException {
        try (var zip = new ZipFile(archive.toFile())) {
            var found = zip.stream()
                    .map(ZipEntry::getName)
                    .filter(path -> path.matches(name))
                    .toList();
            assertThat(found).as(name + " in " + archive.getFileName()).hasSize(1);
            return zip.getInputStream(zip.getEntry(found.get(0))).readAllBytes();
        }
    }
}
