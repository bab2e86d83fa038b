package foyer.media.captions;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.rendition.UnfitPlaylist;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MediaTimelineTest {
    private static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n";
    private static final String TWO_FEEDS = HEAD + """
            #EXT-X-MAP:URI="init.mp4"
            #EXTINF:2.000,
            00000.m4s
            #EXTINF:1.480,
            00001.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="init-00002.mp4"
            #EXTINF:2.000,
            00002.m4s
            #EXT-X-ENDLIST
            """;

    private final Map<String, byte[]> files = new HashMap<>(Map.of(
            "360p/init.mp4", SomeMp4.initialization(12_800),
            "360p/00000.m4s", SomeMp4.segment(51_200),
            "360p/00001.m4s", SomeMp4.segment(76_800),
            "360p/init-00002.mp4", SomeMp4.initialization(15_360),
            "360p/00002.m4s", SomeMp4.segment(0)));

    @Test
    void eachStretchCountsByItsFeedsClock() {
        assertThat(read(TWO_FEEDS).stretches())
                .containsExactly(
                        new MediaTimeline.Stretch(Duration.ZERO, 360_000),
                        new MediaTimeline.Stretch(Duration.ofMillis(3_480), 0));
    }

    @Test
    void aGapInOneFeedNeedsNoDecoderOfItsOwn() {
        var oneFeed = TWO_FEEDS.replace("#EXT-X-MAP:URI=\"init-00002.mp4\"\n", "");
        files.put("360p/00002.m4s", SomeMp4.segment(128_000));

        assertThat(read(oneFeed).stretches())
                .extracting(MediaTimeline.Stretch::timestamp)
                .containsExactly(360_000L, 900_000L);
    }

    @Test
    void whatDoesNotSayWhenItBeginsIsRefused() {
        files.put("360p/00002.m4s", new byte[188]);

        assertThatThrownBy(() -> read(TWO_FEEDS))
                .isInstanceOf(UnfitPlaylist.class)
                .hasMessageContaining("00002.m4s");
        assertThatThrownBy(() -> read(HEAD + "#EXTINF:2.000,\nsegment.ts\n#EXT-X-ENDLIST\n"))
                .isInstanceOf(UnfitPlaylist.class);
        assertThatThrownBy(() -> read("WEBVTT\n")).isInstanceOf(UnfitPlaylist.class);
        assertThatThrownBy(() -> read(TWO_FEEDS.replace("00000.m4s", "../../other/00000.m4s")))
                .isInstanceOf(UnfitPlaylist.class);
    }

    private MediaTimeline read(String playlist) {
        return MediaTimeline.read("360p/index.m3u8", playlist, path -> requireNonNull(files.get(path), path));
    }
}
