package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import foyer.media.CannotMake;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An ffmpeg that lives, and gets nowhere. */
class StandingStillTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final List<String> ENDLESS = List.of("sleep", "3600");

    @TempDir
    Path folder;

    private final Programs programs = new Programs();

    @AfterEach
    void endAll() {
        programs.close();
    }

    @Test
    void aRecordingIsNotWaitedForWhoseEncoderHangs() throws IOException {
        var ffprobe = script("ffprobe", """
                echo '{"streams": [{"index": 0, "codec_type": "video", "width": 640, "height": 360, "avg_frame_rate": "25/1",'
                echo ' "sample_aspect_ratio": "1:1", "disposition": {"attached_pic": 0}}],'
                echo ' "format": {"duration": "60"}}'
                """);
        var ffmpeg = script("ffmpeg", """
                echo out_time_us=1
                exec sleep 3600
                """);
        var settings = new LocalSettings(
                folder, URI.create("https://media.example.org"), ffmpeg, ffprobe, 1, Duration.ofHours(8), 0);
        var file = Files.createFile(folder.resolve("file"));
        var plays = Files.createDirectory(folder.resolve("plays"));
        var workshop = new Workshop(settings, programs, file, plays, folder, PATIENCE, percent -> true);

        assertTimeoutPreemptively(
                SOON,
                () -> assertThatThrownBy(workshop::make)
                        .isInstanceOf(CannotMake.class)
                        .hasMessageContaining("got no further"));
    }

    @Test
    void anEncoderOfALivePictureThatTakesNothingInIsEndedAndTheChannelHearsTheNext() throws IOException {
        var frozen = programs.begin(ENDLESS, Redirect.DISCARD);
        var feed = new FeedMaking("0", frozen, folder.resolve("encode.log"), PATIENCE);

        assertTimeoutPreemptively(SOON, () -> feed.take(new Endless()));

        assertThat(feed.isEndedWell()).isFalse();
        assertThat(feed.trouble().words()).contains("took nothing", "encoder");
    }

    @Test
    void oneThatWaitsForItsEncoderIsLeftInPeace() throws IOException {
        var patient = programs.begin(List.of("cat"), Redirect.DISCARD);
        var feed = new FeedMaking("0", patient, folder.resolve("encode.log"), PATIENCE);

        feed.take(new Late(PATIENCE.multipliedBy(4)));

        assertThat(feed.isEndedWell()).isTrue();
    }

    private String script(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    /** More than any pipe holds. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }
    }

    /** Says nothing for a while, and then that there is no more. */
    private static final class Late extends InputStream {
        private final Duration pause;

        Late(Duration pause) {
            this.pause = pause;
        }

        @Override
        public int read() {
            var until = System.nanoTime() + pause.toNanos();
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return read();
        }
    }
}
