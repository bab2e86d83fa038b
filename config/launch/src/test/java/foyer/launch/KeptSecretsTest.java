package foyer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSecretsTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void thoseOfAFolderStay() {
        var first = KeptSecrets.in(folder);

        assertThat(KeptSecrets.in(folder)).isEqualTo(first);
        assertThat(first.secret()).isNotEqualTo(KeptSecrets.fresh().secret());
        assertThat(first.operatorPassword()).isNotEqualTo(KeptSecrets.fresh().operatorPassword());
    }

    @Test
    void aFolderThatIsNotThereYetIsMade() {
        var absent = folder.resolve("data/of/the/run");

        KeptSecrets.in(absent);

        assertThat(absent).isDirectoryContaining("glob:**/secrets.properties");
    }

    @Test
    void nobodyButTheirOwnerReadsThem() throws IOException {
        KeptSecrets.in(folder);

        try (var files = Files.list(folder)) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
        assertThat(KeptSecrets.in(folder).toString())
                .doesNotContain(KeptSecrets.in(folder).secret());
    }

    @Test
    void oneThatIsMissingIsNamed() throws IOException {
        Files.writeString(folder.resolve("secrets.properties"), "foyer.secret=c2VjcmV0\n");

        assertThatThrownBy(() -> KeptSecrets.in(folder))
                .isInstanceOf(CannotLaunch.class)
                .hasMessageContaining("foyer.operator.password is missing");
    }
}
