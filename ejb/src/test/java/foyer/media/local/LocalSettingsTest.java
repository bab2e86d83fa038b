package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.shared.FixedConfig;
import foyer.shared.WrongSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFolderNothingIsKeptAndItSaysSo() {
        assertThat(read(Map.of()).lacking().orElseThrow()).contains("foyer.media.directory");
    }

    @Test
    void withoutAnAddressNothingCanBeShown() {
        assertThat(read(Map.of("foyer.media.directory", folder.toString()))
                        .lacking()
                        .orElseThrow())
                .contains("foyer.media.address");
    }

    @Test
    void whatCannotBeAFolderIsRefusedAtTheStart() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> read(Map.of("foyer.media.directory", file.toString())))
                .isInstanceOf(WrongSettings.class)
                .hasMessageContaining("foyer.media.directory");
    }

    @Test
    void aFolderThatIsNotThereIsMade() {
        var settings =
                read(Map.of("foyer.media.directory", folder.resolve("new").toString()));

        assertThat(settings.directory()).isDirectory();
    }

    @Test
    void bothTogetherAreEnough() {
        var settings = read(
                Map.of("foyer.media.directory", folder.toString(), "foyer.media.address", "https://media.example.org"));

        assertThat(settings.lacking()).isEmpty();
    }

    private static LocalSettings read(Map<String, String> named) {
        return LocalSettings.read(FixedConfig.settings(named));
    }
}
