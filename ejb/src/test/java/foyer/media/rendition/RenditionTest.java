package foyer.media.rendition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionTest {
    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 1080p 1920x1080 720p 1280x720 540p 960x540 360p 640x360 240p 426x240",
        "3840, 2160, 1080p 1920x1080 720p 1280x720 540p 960x540 360p 640x360 240p 426x240",
        "1920, 800, 1080p 1920x800 720p 1280x534 540p 960x400 360p 640x266 240p 426x178",
        "1080, 1920, 1080p 1080x1920 720p 720x1280 540p 540x960 360p 360x640 240p 240x426",
        "1000, 562, 540p 960x540 360p 640x360 240p 426x240",
        "640, 480, 360p 480x360 240p 320x240",
        "320, 180, 240p 320x180",
        "101, 51, 240p 100x50",
        "1, 1, 240p 2x2"
    })
    void theLadderFitsTheSource(int width, int height, String rungs) {
        assertThat(Rendition.ladder(width, height).stream()
                        .map(rung -> rung.name() + " " + rung.width() + "x" + rung.height())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(rungs);
    }
}
