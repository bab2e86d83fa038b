package foyer.media.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.rendition.Rendition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveInputTest {
    private static final String PICTURE =
            "  Stream #0:0: Video: h264 (High), yuv420p(tv, bt709, progressive), 1920x1080 [SAR 1:1 DAR 16:9], 4500 kb/s, 25 fps, 25 tbr, 1k tbn";
    private static final String SOUND = "  Stream #0:1: Audio: aac (LC), 48000 Hz, stereo, fltp, 160 kb/s";

    @Test
    void bothAreTold() {
        var input = heard(PICTURE, SOUND);

        assertThat(requireNonNull(input.picture()).words()).isEqualTo("1920x1080 25 fps h264");
        assertThat(input.sound()).isEqualTo("aac 48000 Hz stereo");
        assertThat(input.rate()).isEqualTo("25");
    }

    @Test
    void whatIsMissingIsMissing() {
        assertThat(heard(SOUND).picture()).isNull();
        assertThat(heard(PICTURE).sound()).isNull();
        assertThat(heard("Input #0, flv, from 'rtmp://127.0.0.1:1/live':").isEmpty())
                .isTrue();
    }

    @Test
    void whatStandsInForItDoesNotCount() {
        var input = heard(
                "  Stream #1:0: Video: rawvideo (I420 / 0x30323449), yuv420p, 16x16 [SAR 1:1 DAR 1:1], 25 tbr, 25 tbn",
                "  Stream #2:0: Audio: pcm_s16le, 48000 Hz, stereo, s16, 1536 kb/s");

        assertThat(input.isEmpty()).isTrue();
    }

    @Test
    void pixelsThatAreNotSquareAreMadeSo() {
        var input = heard(
                "  Stream #0:0: Video: h264 (Main), yuv420p, 720x576 [SAR 16:15 DAR 4:3], 25 fps, 25 tbr, 1k tbn");

        assertThat(requireNonNull(input.picture()).width()).isEqualTo(768);
    }

    @ParameterizedTest
    @CsvSource({
        "25,25",
        "29.97,30000/1001",
        "59.94,30000/1001",
        "23.98,24000/1001",
        "50,25",
        "60,30",
        "120,30",
        "0.5,25",
        "12.5,12.5"
    })
    void theRateIsThirtyAtMost(String told, String taken) {
        var input = heard("  Stream #0:0: Video: h264 (Main), yuv420p, 640x360, %s fps, 25 tbr".formatted(told));

        assertThat(input.rate()).isEqualTo(taken);
    }

    @Test
    void theLadderIsOfTheSmallestRungsAndNeverAboveThePicture() {
        var small = heard("  Stream #0:0: Video: h264 (Main), yuv420p, 640x360, 25 fps, 25 tbr");

        assertThat(LiveLadder.of(heard(PICTURE), 3).rungs())
                .extracting(Rendition::name)
                .containsExactly("540p", "360p", "240p");
        assertThat(LiveLadder.of(small, 3).rungs()).extracting(Rendition::name).containsExactly("360p", "240p");
        assertThat(LiveLadder.of(heard(SOUND), 1).folders()).containsExactly("240p", "audio-1");
    }

    private static LiveInput heard(String... lines) {
        var input = LiveInput.NOTHING;
        for (var line : lines) {
            input = input.and(line);
        }
        return input;
    }
}
