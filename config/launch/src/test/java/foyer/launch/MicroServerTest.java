package foyer.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroServerTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void whatAKilledServerLeftGoesWhenItIsClosed() throws IOException {
        try (var other = Idle.started(folder)) {
            var killed = Idle.started(folder);
            killed.process().kill();
            assertThat(unpacked()).isEqualTo(2);

            killed.close();

            assertThat(unpacked()).isEqualTo(1);
            assertThat(other.process().alive()).isTrue();
        }
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    private long unpacked() throws IOException {
        try (var files = Files.walk(folder.resolve("tmp"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
