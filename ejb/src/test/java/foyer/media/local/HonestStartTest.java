package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.ChannelState;
import foyer.shared.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A channel says that it runs once encoders are let in, and not before. */
class HonestStartTest {
    @TempDir
    Path folder;

    private final Programs programs = new Programs();
    private final LiveStanding standing = new LiveStanding(new SettableClock(), () -> false);

    @AfterEach
    void endAll() {
        programs.close();
    }

    @Test
    void untilSomebodyListensItStartsAndLetsNobodyIn() {
        assertThat(standing.status().state()).isEqualTo(ChannelState.STARTING);
        assertThat(standing.enter()).isEmpty();
        assertThat(standing.status().state()).isEqualTo(ChannelState.STARTING);
    }

    @Test
    void onceSomebodyListensItRunsAndLetsOneIn() throws IOException {
        standing.listens(ear());

        assertThat(standing.status().state()).isEqualTo(ChannelState.RUNNING);
        assertThat(standing.enter()).isPresent();
    }

    private Ear ear() throws IOException {
        var ffmpeg = Files.writeString(folder.resolve("ffmpeg"), "#!/bin/sh\nexec sleep 3600\n");
        Files.setPosixFilePermissions(ffmpeg, PosixFilePermissions.fromString("rwx------"));
        return Ear.open(programs, ffmpeg.toString());
    }
}
