package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.shared.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderFilesTest {
    private final FolderFiles files = new FolderFiles();

    @TempDir
    Path folder;

    @BeforeEach
    void aPlaylist() throws IOException {
        var clock = new SettableClock();
        files.settings = new House(folder).settings;
        files.live = new LivePlaylists(files.settings, Duration.ofHours(2), clock);
        files.recent = new RecentFiles(clock);
        Files.writeString(Files.createDirectory(folder.resolve("show")).resolve("index.m3u8"), "#EXTM3U");
    }

    @Test
    void whatLiesThereIsFound() {
        assertThat(files.find("/show/index.m3u8"))
                .hasValueSatisfying(found -> assertThat(found.length()).isEqualTo(7));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/show", "/show/init.mp4", "/film/index.m3u8", "/show/index.m3u8/x", "/show/index.m3u8/x/y"})
    void nothingElseIs(String path) {
        assertThat(files.find(path)).isEmpty();
    }

    @Test
    void aNameThatNoFileCanHaveIsOfNone() {
        var tooLong = "x".repeat(300);

        assertThat(files.find("/show/" + tooLong)).isEmpty();
        assertThat(files.find("/" + tooLong + "/index.m3u8")).isEmpty();
    }
}
