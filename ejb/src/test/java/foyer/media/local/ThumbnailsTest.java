package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.rendition.Rendition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThumbnailsTest {
    private static final Rendition LARGEST = new Rendition("1080p", 1920, 1080, 5_000);

    @Test
    void theLastOneEndsWithTheVideo() {
        assertThat(new Thumbnails(LARGEST, Duration.ofMillis(10_340)).webVtt())
                .endsWith("00:00:08.000 --> 00:00:10.340\nsprite-001.jpg#xywh=320,0,160,90\n");
    }

    @Test
    void aSheetHasAHundred() {
        assertThat(new Thumbnails(LARGEST, Duration.ofSeconds(406)).webVtt())
                .contains(
                        "sprite-001.jpg#xywh=1440,810,160,90\n\n00:06:40.000 --> 00:06:44.000\nsprite-002.jpg#xywh=0,0,");
    }

    @Test
    void ofLongVideosThereIsOneEveryTenSeconds() {
        assertThat(new Thumbnails(LARGEST, Duration.ofHours(2)).webVtt())
                .contains("00:00:10.000 --> 00:00:20.000")
                .endsWith("01:59:50.000 --> 02:00:00.000\nsprite-008.jpg#xywh=1440,90,160,90\n");
    }
}
