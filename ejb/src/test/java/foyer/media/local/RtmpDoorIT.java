package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real encoder and a real ffmpeg behind the door. */
@Timeout(120)
class RtmpDoorIT {
    private static final int PICTURES = 100;
    private static final String AWAY = "sent away";

    @TempDir
    Path folder;

    private final List<Process> programs = new ArrayList<>();
    private final int listens = aFreePort();
    private final GuestList list = new GuestList(listens);
    private final RtmpDoor door = RtmpDoor.open(InetAddress.getLoopbackAddress(), 0, list);

    RtmpDoorIT() throws IOException {}

    @BeforeAll
    static void install() {
        Ffmpeg.ensureInstalled();
    }

    @AfterEach
    void moveOut() {
        door.close();
        programs.forEach(Process::destroyForcibly);
    }

    @Test
    void aWholePictureReachesFfmpeg() throws Exception {
        var ffmpeg = listener();

        assertThat(ending(encoder("live/" + GuestList.KEY))).isZero();

        assertThat(ending(ffmpeg)).isZero();
        assertThat(picturesIn("came.mp4")).isEqualTo(PICTURES);
        assertThat(secondsOfSoundIn("came.mp4")).isBetween(3.8, 4.3);
        assertThat(list.left()).isEqualTo(1);
        assertThat(list.bytes()).isBetween(Files.size(folder.resolve("came.mp4")) * 9 / 10, 4_000_000L);
        assertThat(list.heard()).containsExactlyInAnyOrder(LiveTrack.values());
        assertThat(Files.readString(folder.resolve("listener.log"))).doesNotContain(GuestList.KEY);
    }

    @Test
    void timesBeyondFourHoursReachFfmpegToo() throws Exception {
        var ffmpeg = listener();

        assertThat(ending(encoder("live/" + GuestList.KEY, "-output_ts_offset", "16775")))
                .isZero();

        assertThat(ending(ffmpeg)).isZero();
        assertThat(picturesIn("came.mp4")).isEqualTo(PICTURES);
    }

    @Test
    void aWrongKeyOrApplicationEndsTheEncoderAndNothingReachesFfmpeg() throws Exception {
        var ffmpeg = listener();

        assertThat(ending(encoder("live/another-key"))).isNotZero();
        assertThat(Files.readString(folder.resolve("encoder.log"))).contains("Nobody is awaited by this name");
        assertThat(ending(encoder("vod/" + GuestList.KEY))).isNotZero();
        assertThat(Files.readString(folder.resolve("encoder.log"))).contains("Nobody is awaited by this name");

        assertThat(list.asked()).isEqualTo(2);
        assertThat(ffmpeg.isAlive()).isTrue();
        assertThat(folder.resolve("came.mp4")).doesNotExist();
    }

    @Test
    void anFfmpegThatDoesNotListenIsToldInTheProtocolsWords() throws Exception {
        assertThat(ending(encoder("live/" + GuestList.KEY))).isNotZero();

        assertThat(Files.readString(folder.resolve("encoder.log"))).contains("The channel does not answer at present");
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void anEncoderThatIsKilledHasLeftAndFfmpegEnds() throws Exception {
        var ffmpeg = listener();
        var encoder = encoder("live/" + GuestList.KEY);
        GuestList.await(() -> list.bytes() > 50_000);

        encoder.destroyForcibly();

        assertThat(ending(ffmpeg)).isZero();
        assertThat(list.left()).isEqualTo(1);
        assertThat(picturesIn("came.mp4")).isBetween(1L, (long) PICTURES);
    }

    @Test
    void anFfmpegThatIsKilledEndsTheEncoder() throws Exception {
        var ffmpeg = listener();
        var encoder = encoder("live/" + GuestList.KEY);
        GuestList.await(() -> list.bytes() > 50_000);

        ffmpeg.destroyForcibly();

        assertThat(ending(encoder)).isNotZero();
        assertThat(list.left()).isEqualTo(1);
    }

    @Test
    void twentyFiveThatSayNothingKeepNoEncoderOut() throws Exception {
        var strangers = new ArrayList<AnEncoder>();
        try (var ffmpeg = AnFfmpeg.listeningAt(listens)) {
            for (var stranger = 0; stranger < 25; stranger++) {
                strangers.add(new AnEncoder(door.port()));
            }

            assertThat(answered()).isEqualTo("NetStream.Publish.Start");

            assertThat(ffmpeg.isCalled()).isTrue();
        } finally {
            for (var stranger : strangers) {
                stranger.close();
            }
        }
    }

    @Test
    void noiseDoesNotDisturbAnEncoder() throws Exception {
        var ffmpeg = listener();
        var encoder = encoder("live/" + GuestList.KEY);
        for (var seed = 0; seed < 50; seed++) {
            var noise = new byte[4_000];
            new Random(seed).nextBytes(noise);
            noise[0] = (byte) (seed % 2 == 0 ? 3 : seed);
            try (var noisy = new AnEncoder(door.port())) {
                noisy.sendRaw(noise);
            }
        }

        assertThat(ending(encoder)).isZero();
        assertThat(ending(ffmpeg)).isZero();
        assertThat(picturesIn("came.mp4")).isEqualTo(PICTURES);
    }

    private String answered() {
        try (var encoder = new AnEncoder(door.port())) {
            return encoder.publish("live", GuestList.KEY);
        } catch (IOException full) {
            return AWAY;
        }
    }

    private Process listener() throws IOException {
        return program(
                "listener.log",
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "info",
                        "-listen",
                        "1",
                        "-i",
                        "rtmp://127.0.0.1:" + listens + "/live",
                        "-c",
                        "copy",
                        folder.resolve("came.mp4").toString()));
    }

    private Process encoder(String place, String... more) throws IOException {
        var command = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "info", "-re", "-f", "lavfi"));
        command.addAll(List.of("-i", "testsrc2=s=320x180:r=25", "-re", "-f", "lavfi", "-i", "sine=f=440", "-t", "4"));
        command.addAll(List.of("-c:v", "libx264", "-preset", "ultrafast", "-g", "50", "-b:v", "600k", "-c:a", "aac"));
        command.addAll(List.of(more));
        command.addAll(List.of("-f", "flv", "rtmp://127.0.0.1:" + door.port() + "/" + place));
        return program("encoder.log", command);
    }

    private Process program(String log, List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .redirectInput(new File("/dev/null"))
                .start();
        programs.add(process);
        return process;
    }

    private static int ending(Process process) throws InterruptedException {
        assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private long picturesIn(String file) {
        return Long.parseLong(probed(file, "v", "nb_frames"));
    }

    private double secondsOfSoundIn(String file) {
        return Double.parseDouble(probed(file, "a", "duration"));
    }

    private String probed(String file, String kind, String entry) {
        return Ffmpeg.probe(
                        folder,
                        "-select_streams",
                        kind,
                        "-show_entries",
                        "stream=" + entry,
                        "-of",
                        "default=nw=1:nk=1",
                        file)
                .strip();
    }

    private static int aFreePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
