package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Transcode;
import foyer.media.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they seem, and servers that lack something. */
class HostileFilesIT {
    @TempDir
    Path folder;

    @Test
    void aPlaylistThatNamesFilesOfTheServerIsNoVideo() {
        var playlist = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n%s\n#EXT-X-ENDLIST\n"
                .formatted(SomeVideos.usual())
                .getBytes(StandardCharsets.UTF_8);

        assertThat(trouble(new House(folder), playlist).words()).contains("no video");
    }

    @Test
    void noiseIsNoVideo() {
        var noise = new byte[100_000];
        new Random(7).nextBytes(noise);

        assertThat(trouble(new House(folder), noise)).isEqualTo(noVideo());
    }

    @Test
    void soundAloneIsNoVideo() {
        var trouble = trouble(new House(folder), SomeVideos.bytes(SomeVideos.soundOnly()));

        assertThat(trouble.words()).contains("no picture");
        assertThat(trouble.curable()).isFalse();
    }

    @Test
    void aFileThatIsCutOffSaysSo() {
        var whole = SomeVideos.bytes(SomeVideos.usual());

        var trouble = trouble(new House(folder), Arrays.copyOf(whole, whole.length / 3));

        assertThat(trouble.words()).contains("cut off");
        assertThat(trouble.curable()).isFalse();
    }

    @Test
    void aFileThatIsCutOffBeforeItsIndexSaysSo() {
        var whole = SomeVideos.bytes(SomeVideos.withoutSound());

        assertThat(trouble(new House(folder), Arrays.copyOf(whole, whole.length / 2))
                        .words())
                .contains("cut off before its index");
    }

    /** Otherwise a few kilobytes would take gigabytes of this machine: these take five times as much where nothing bounds them. */
    @Test
    void picturesThatGrowBeyondWhatAFileMayHaveAreNotDecoded() throws IOException {
        Ffmpeg.run(folder, "-f", "lavfi", "-i", "color=blue:size=320x240", "-frames:v", "1", "0.jpg");
        Ffmpeg.run(folder, "-f", "lavfi", "-i", "color=blue:size=12000x12000", "-frames:v", "1", "1.jpg");
        for (var next = 2; next < 5; next++) {
            Files.copy(folder.resolve("1.jpg"), folder.resolve(next + ".jpg"));
        }
        Ffmpeg.run(folder, "-framerate", "1", "-i", "%d.jpg", "-c", "copy", "grows.mkv");

        try (var memory = PeakMemory.of(folder)) {
            var trouble = trouble(new House(folder), Files.readAllBytes(folder.resolve("grows.mkv")));

            assertThat(trouble.words()).contains("larger than 8192 by 8192");
            assertThat(trouble.curable()).isFalse();
            assertThat(memory.megabytes()).isBetween(1L, 150L);
        }
    }

    @Test
    void whatIsTooLongSaysHowLongItMayBe() {
        var house = new House(folder, usual -> with(usual, "ffmpeg", Duration.ofSeconds(3), 0));

        assertThat(trouble(house, SomeVideos.bytes(SomeVideos.usual())).words()).contains("longer than");
    }

    @Test
    void aFullDiskIsToldAndTheFileKept() {
        var house = new House(folder);
        var recording = house.arrived(SomeVideos.bytes(SomeVideos.usual()));
        var full = new House(folder, usual -> with(usual, "ffmpeg", Duration.ofHours(1), Long.MAX_VALUE / 2));

        var failed = (Transcode.Failed) full.library.transcode(recording, percent -> true);

        assertThat(failed.trouble().words()).contains("disk is full");
        assertThat(failed.trouble().curable()).isTrue();
        assertThat(house.library.transcode(recording, percent -> true)).isInstanceOf(Transcode.Done.class);
    }

    @Test
    void aMissingFfmpegIsNamedWithWhatToInstall() {
        var house = new House(folder, usual -> with(usual, "no-such-ffmpeg", Duration.ofHours(1), 0));

        var trouble = trouble(house, SomeVideos.bytes(SomeVideos.usual()));

        assertThat(trouble.words()).contains("no-such-ffmpeg", "apt-get install ffmpeg");
        assertThat(trouble.curable()).isTrue();
    }

    @Test
    void whoIsStoppedMidwayLeavesNothingThatPlays() {
        var house = new House(folder);
        var recording = house.arrived(SomeVideos.bytes(SomeVideos.usual()));
        var asked = new AtomicInteger();

        var left = house.library.transcode(recording, percent -> asked.incrementAndGet() < 4);

        assertThat(left).isInstanceOf(Transcode.Left.class);
        assertThat(house.shelves.published(recording)).doesNotExist();
        assertThat(Files.exists(house.shelves.staged(recording))).isFalse();
    }

    private static LocalSettings with(LocalSettings usual, String ffmpeg, Duration longest, long spare) {
        return new LocalSettings(
                usual.directory(),
                usual.address(),
                ffmpeg,
                ffmpeg.equals("ffmpeg") ? "ffprobe" : ffmpeg,
                1,
                longest,
                spare);
    }

    private static Trouble trouble(House house, byte[] file) {
        return ((Transcode.Failed) house.transcoded(file)).trouble();
    }

    private static Trouble noVideo() {
        return new Trouble("This is no video that we can read. Send an mp4, mov, mkv or webm file.", false);
    }
}
