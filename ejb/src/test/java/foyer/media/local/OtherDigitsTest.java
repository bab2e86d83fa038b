package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.rendition.Rendition;
import foyer.media.rendition.ThumbnailTrack;
import foyer.shared.OtherDigits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Neither ffmpeg nor players read the digits that a machine's locale may have. */
@ExtendWith(OtherDigits.class)
class OtherDigitsTest {
    private static final List<Rendition> LADDER =
            List.of(new Rendition("360p", 640, 360, 800), new Rendition("240p", 426, 240, 400));
    private static final Path FOLDER = Path.of("folder");

    @Nested
    class OfThumbnails extends ThumbnailsTest {}

    @Nested
    class OfLivePlaylists extends LivePlaylistsTest {}

    // Otherwise nothing here would be proven.
    @Test
    void thisMachineHasOtherDigits() {
        assertThat("%d".formatted(123)).isEqualTo("١٢٣");
    }

    @Test
    void ffmpegIsToldOfLivePicturesByUsualOnes() {
        var live = new LiveEncoding("ffmpeg", 2, LiveInput.NOTHING, new LiveLadder(LADDER, "25"), FOLDER, "feed-0001");

        assertThatAllAreAscii(live.command().stream());
        assertThat(live.command().toString()).contains("split=2", "scale=640:360");
    }

    @Test
    void ffmpegIsToldOfThumbnailsByUsualOnes() {
        var thumbnails = new Thumbnails(LADDER.get(0), Duration.ofMinutes(3));

        assertThatAllAreAscii(thumbnails.command("ffmpeg", FOLDER, FOLDER).stream());
        assertThat(thumbnails.command("ffmpeg", FOLDER, FOLDER).toString()).contains("scale=160:90");
    }

    @Test
    void thumbnailsAreOfUsualMoments() {
        assertThat(new ThumbnailTrack(Duration.ofSeconds(10)).webVtt(List.of("1.jpg", "2.jpg", "3.jpg")))
                .endsWith("00:00:08.000 --> 00:00:10.000\n3.jpg\n");
    }

    @Test
    void filesAreNumberedByUsualOnes() {
        assertThat(Feed.segment(7)).isEqualTo("00007.m4s");
    }

    private static void assertThatAllAreAscii(Stream<String> texts) {
        assertThat(texts).allMatch(text -> text.chars().allMatch(letter -> letter < 128));
    }
}
