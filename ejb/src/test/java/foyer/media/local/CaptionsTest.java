package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.CannotMake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptionsTest {
    @TempDir
    Path folder;

    @Test
    void aCueStandsInEachSegmentThatItLasts() throws IOException {
        var early = "00:01.500 --> 00:04.000 line:0\nGood\nevening\n";
        written("WEBVTT\n\nNOTE by hand\n\n7\n" + early + "\n01:00:00.000 --> 01:00:01.000\nLate\n");

        assertThat(segment(0)).isEqualTo("WEBVTT\n\n" + early);
        assertThat(segment(1)).isEqualTo(segment(0));
        assertThat(segment(2)).isEqualTo("WEBVTT\n");
    }

    @Test
    void thePlaylistIsAsLongAsThePicture() throws IOException {
        written("WEBVTT\n");

        assertThat(Files.readString(folder.resolve("index.m3u8")))
                .contains("#EXT-X-TARGETDURATION:2\n")
                .endsWith("#EXTINF:2.000,\n00001.vtt\n#EXTINF:1.040,\n00002.vtt\n#EXT-X-ENDLIST\n");
        assertThat(folder.resolve(Captions.FILE)).doesNotExist();
    }

    @Test
    void whatIsNoCueIsLeftOut() throws IOException {
        written("WEBVTT\r\n\r\n00:00.000 --> soon\r\nA\r\n\r\n00:00.000 --> 00:01.000\r\nB\r\n\r\n--> -->");

        assertThat(segment(0)).isEqualTo("WEBVTT\n\n00:00.000 --> 00:01.000\nB\n");
    }

    @Test
    void aTextThatIsTooLongToReadIsRefusedUnread() throws IOException {
        Files.writeString(folder.resolve(Captions.FILE), "x".repeat(Captions.LARGEST + 1));

        assertThatThrownBy(() -> Captions.in(folder))
                .isInstanceOf(CannotMake.class)
                .hasMessageContaining("captions");
    }

    @Test
    void aTextThatWouldStandInThousandsOfSegmentsIsRefused() throws IOException {
        Files.writeString(
                folder.resolve(Captions.FILE), "WEBVTT\n\n00:00.000 --> 08:00:00.000\n" + "x".repeat(1_000) + "\n");

        assertThatThrownBy(() -> Captions.in(folder).write(folder, Duration.ofHours(8)))
                .isInstanceOf(CannotMake.class)
                .hasMessageContaining("captions");
        assertThat(folder.resolve("index.m3u8")).doesNotExist();
    }

    /** Of five seconds and a picture. */
    private void written(String webVtt) throws IOException {
        Files.writeString(folder.resolve(Captions.FILE), webVtt);
        Captions.in(folder).write(folder, Duration.ofMillis(5_040));
    }

    private String segment(int number) throws IOException {
        return Files.readString(folder.resolve("%05d.vtt".formatted(number)));
    }
}
