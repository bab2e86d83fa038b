package foyer.sandbox.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ScratchFolderTest {
    @Test
    void leavesNothingBehind() throws Exception {
        var folder = ScratchFolder.make();
        Files.writeString(Files.createDirectories(folder.path().resolve("a/b")).resolve("c"), "x");
        folder.close();

        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void clearsAwayWhatAKilledProcessLeft() throws Exception {
        var killed = new ProcessBuilder("true").start();
        assertThat(killed.waitFor()).isZero();
        var left = Files.createTempDirectory("foyer-sandbox-" + killed.pid() + "-");
        try (var folder = ScratchFolder.make();
                var other = ScratchFolder.make()) {
            assertThat(left).doesNotExist();
            assertThat(folder.path()).as("of a process that lives").exists();
            assertThat(other.path()).exists();
        }
    }
}
