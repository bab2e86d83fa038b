package foyer.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GettingReadyTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void ofAServerThatTakesTooLongItIsKeptWhatItsThreadsWereDoing() throws IOException {
        try (var server = Idle.started(folder)) {
            var threads = server.process().beside("-threads.txt");

            assertThatThrownBy(() -> GettingReady.await(server, Duration.ZERO, () -> false, "Idle"))
                    .isInstanceOf(CannotLaunch.class)
                    .hasMessageContaining("Idle did not get ready. It said:\n")
                    .hasMessageContaining("idle now")
                    .hasMessageContaining(threads.toString());

            assertThat(threads).content().contains("Full thread dump", "idle for ever");
            assertThat(server.process().alive()).isFalse();
        }
    }

    @Test
    void oneThatFailedIsNotAskedWhatItsThreadsAreDoing() throws IOException {
        try (var server = Idle.started(folder)) {
            assertThatThrownBy(() -> GettingReady.await(server, Duration.ofMinutes(1), () -> true, "Idle"))
                    .isInstanceOf(CannotLaunch.class)
                    .hasMessageNotContaining("threads");

            assertThat(server.process().beside("-threads.txt")).doesNotExist();
        }
    }
}
