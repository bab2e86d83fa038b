package foyer.media.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CaptionRenditionTest {
    private static final Duration LENGTH = Duration.ofMillis(7_040);
    private static final MediaTimeline TWO_FEEDS = new MediaTimeline(List.of(
            new MediaTimeline.Stretch(Duration.ZERO, 360_000),
            new MediaTimeline.Stretch(Duration.ofMillis(3_480), 8_589_934_591L)));

    @Test
    void eachPartSaysByWhichClockItsStretchCounts() {
        var files = rendition(TWO_FEEDS).files();

        assertThat(files.keySet()).containsExactly("00000.vtt", "00001.vtt", "00002.vtt", "00003.vtt", "index.m3u8");
        for (var name : List.of("00000.vtt", "00001.vtt")) {
            assertThat(files.get(name)).startsWith("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:360000\n\n");
        }
        for (var name : List.of("00002.vtt", "00003.vtt")) {
            assertThat(files.get(name)).startsWith("WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:03.480,MPEGTS:8589934591\n");
        }
    }

    @Test
    void itsGapsAreWhereThePicturesAre() {
        assertThat(rendition(TWO_FEEDS).files().get("index.m3u8")).endsWith("""
                        #EXTINF:2.000,
                        00000.vtt
                        #EXTINF:1.480,
                        00001.vtt
                        #EXT-X-DISCONTINUITY
                        #EXTINF:2.000,
                        00002.vtt
                        #EXTINF:1.560,
                        00003.vtt
                        #EXT-X-ENDLIST
                        """);
    }

    @Test
    void aCueThatLastsOverAGapIsTwo() {
        var files = rendition(TWO_FEEDS).files();

        assertThat(files.get("00001.vtt")).endsWith("\n\n00:00:03.000 --> 00:00:03.480 line:0\nOver the gap\n");
        assertThat(files.get("00002.vtt")).endsWith("\n\n00:00:03.480 --> 00:00:05.000 line:0\nOver the gap\n");
    }

    @Test
    void whatCountsFromTheBeginningSaysNothingOfClocks() {
        var files = rendition(MediaTimeline.FROM_ZERO).files();

        assertThat(files.get("00000.vtt")).isEqualTo("WEBVTT\n\n00:01.000 --> 00:01.500\nGood evening\n");
        assertThat(files.get("00001.vtt")).isEqualTo("WEBVTT\n\n00:03.000 --> 00:05.000 line:0\nOver the gap\n");
        assertThat(files.get("index.m3u8")).doesNotContain("DISCONTINUITY");
    }

    @Test
    void wordsAndTimesAreTheSameInEveryLanguageOfTheServer() {
        var expected = rendition(TWO_FEEDS).files();
        var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(rendition(TWO_FEEDS).files()).isEqualTo(expected).containsKey("00000.vtt");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static CaptionRendition rendition(MediaTimeline timeline) {
        var file = """
                WEBVTT

                00:01.000 --> 00:01.500
                Good evening

                00:03.000 --> 00:05.000 line:0
                Over the gap
                """;
        return new CaptionRendition(WebVtt.read(file.getBytes(StandardCharsets.UTF_8), LENGTH), LENGTH, timeline, 2);
    }
}
