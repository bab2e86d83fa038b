package foyer.media.local;

import static foyer.media.local.SomeFeeds.PICTURE;
import static foyer.shared.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldLiveTest {
    private static final Duration HOURS = Duration.ofHours(2);
    private static final Instant LATER = NOON.plusSeconds(60);

    @Test
    void ofOneFeedAllIsToldFromItsBeginning() {
        var playlist = told(HOURS, SomeFeeds.first(3));

        assertThat(text(playlist)).isEqualTo("""
                #EXTM3U
                #EXT-X-VERSION:7
                #EXT-X-INDEPENDENT-SEGMENTS
                #EXT-X-TARGETDURATION:2
                #EXT-X-MEDIA-SEQUENCE:0
                #EXT-X-PROGRAM-DATE-TIME:%s
                #EXT-X-MAP:URI="feed-0001/init.mp4"
                #EXTINF:2.0,
                feed-0001/00000.m4s
                #EXTINF:2.0,
                feed-0001/00001.m4s
                #EXTINF:2.0,
                feed-0001/00002.m4s
                """.formatted(NOON));
    }

    @Test
    void aSecondFeedFollowsAfterAGap() {
        var playlist = told(HOURS, SomeFeeds.first(2), SomeFeeds.feed(2, LATER, 1));

        assertThat(text(playlist)).endsWith("""
                feed-0001/00001.m4s
                #EXT-X-DISCONTINUITY
                #EXT-X-PROGRAM-DATE-TIME:%s
                #EXT-X-MAP:URI="feed-0002/init.mp4"
                #EXTINF:2.0,
                feed-0002/00000.m4s
                """.formatted(LATER));
        assertThat(playlist.mediaSequence()).isZero();
        assertThat(playlist.discontinuitySequence()).isZero();
    }

    @Test
    void onlyWhatAllRenditionsHaveIsTold() {
        var begun = SomeFeeds.feed(2, LATER, 0, 1);
        var ahead = SomeFeeds.feed(2, LATER, 1, 3);

        assertThat(begun.count()).isZero();
        for (var rendition : List.of(PICTURE, LiveLadder.SOUND)) {
            var playlist = new ToldLive(List.of(SomeFeeds.first(2), ahead), PICTURE, HOURS, false).of(rendition);
            assertThat(uris(playlist))
                    .containsExactly("feed-0001/00000.m4s", "feed-0001/00001.m4s", "feed-0002/00000.m4s");
        }
    }

    @Test
    void theWindowBeginsWithinTheFirstFeed() {
        var playlist = told(Duration.ofSeconds(6), SomeFeeds.first(5), SomeFeeds.feed(2, LATER, 1));

        assertThat(playlist.mediaSequence()).isEqualTo(3);
        assertThat(playlist.discontinuitySequence()).isZero();
        assertThat(uris(playlist)).containsExactly("feed-0001/00003.m4s", "feed-0001/00004.m4s", "feed-0002/00000.m4s");
        var first = playlist.mediaSegments().get(0);
        assertThat(first.discontinuity()).isFalse();
        assertThat(first.segmentMap().orElseThrow().uri()).isEqualTo("feed-0001/init.mp4");
        assertThat(first.programDateTime().map(OffsetDateTime::toInstant)).contains(NOON.plusSeconds(6));
    }

    @Test
    void aWindowThatBeginsWithAFeedStillTellsOfTheGap() {
        var playlist = told(Duration.ofSeconds(4), SomeFeeds.first(5), SomeFeeds.feed(2, LATER, 2));

        assertThat(playlist.mediaSequence()).isEqualTo(5);
        assertThat(playlist.discontinuitySequence()).isZero();
        assertThat(playlist.mediaSegments().get(0).discontinuity()).isTrue();
    }

    @Test
    void aGapThatIsNoLongerToldIsCounted() {
        var playlist = told(
                Duration.ofSeconds(4),
                SomeFeeds.first(5),
                SomeFeeds.feed(2, LATER, 3),
                SomeFeeds.feed(3, LATER.plusSeconds(60), 1));

        assertThat(playlist.mediaSequence()).isEqualTo(7);
        assertThat(playlist.discontinuitySequence()).isEqualTo(1);
        assertThat(uris(playlist)).containsExactly("feed-0002/00002.m4s", "feed-0003/00000.m4s");
        assertThat(playlist.mediaSegments())
                .extracting(MediaSegment::discontinuity)
                .containsExactly(false, true);
    }

    @Test
    void everyRenditionBeginsWithTheSameNumber() {
        var feeds = List.of(SomeFeeds.first(100), SomeFeeds.feed(2, NOON.plusSeconds(300), 50));
        for (var seconds = 2; seconds < 300; seconds += 7) {
            var told = new ToldLive(feeds, PICTURE, Duration.ofSeconds(seconds), false);
            var picture = told.of(PICTURE);
            var sound = told.of(LiveLadder.SOUND);

            assertThat(sound.mediaSequence()).isEqualTo(picture.mediaSequence());
            assertThat(sound.discontinuitySequence()).isEqualTo(picture.discontinuitySequence());
            assertThat(uris(sound)).isEqualTo(uris(picture));
        }
    }

    @Test
    void whatWasToldKeepsItsNumberAndItsTime() {
        var window = Duration.ofSeconds(10);
        var before = numbered(told(window, SomeFeeds.first(4)));
        for (var more = 5; more < 9; more++) {
            var now = numbered(told(window, SomeFeeds.first(more)));
            assertThat(now).containsAll(before.subList(Math.max(0, more - 5), 4));
        }
    }

    @Test
    void whatIsOverEnds() {
        var over = new ToldLive(List.of(SomeFeeds.first(1)), PICTURE, HOURS, true).of(PICTURE);

        assertThat(text(over)).endsWith("#EXT-X-ENDLIST\n");
        assertThat(text(told(HOURS, SomeFeeds.first(1)))).doesNotContain("ENDLIST");
    }

    private static MediaPlaylist told(Duration window, Feed... feeds) {
        return new ToldLive(List.of(feeds), PICTURE, window, false).of(PICTURE);
    }

    private static List<String> uris(MediaPlaylist playlist) {
        return playlist.mediaSegments().stream().map(MediaSegment::uri).toList();
    }

    /** Number and address of each. */
    private static List<String> numbered(MediaPlaylist playlist) {
        var uris = uris(playlist);
        return IntStream.range(0, uris.size())
                .mapToObj(place -> playlist.mediaSequence() + place + " " + uris.get(place))
                .toList();
    }

    private static String text(MediaPlaylist playlist) {
        return new MediaPlaylistParser().writePlaylistAsString(playlist);
    }
}
