package foyer.media.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.event.Event;
import foyer.event.SomeEvents;
import foyer.media.playback.PlaybackRefusal;
import foyer.media.playback.PlaybackRefused;
import foyer.media.playback.SomePlayback;
import foyer.session.SomeSessions;
import foyer.shared.NotFound;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.StartTimeOffset;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import io.lindstrom.m3u8.parser.PlaylistParserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recording of four minutes in segments of two seconds, whose players stay six seconds behind what is newest. */
class SimuliveTest {
    private static final String MASTER = """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Sound",URI="audio/index.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=800000,AUDIO="sound"
            360p/index.m3u8
            """;
    private static final int SEGMENTS = 120;

    private final SomeSessions node = SomeSessions.onANode();
    private final SomeMedia media = new SomeMedia(node);
    private final Event event = anEvent();
    private final String folder = "/" + event.id().value() + "/";

    @BeforeEach
    void thereIsARecording() {
        node.events.add(event);
        media.put(folder + "master.m3u8", MASTER);
        media.put(folder + "360p/index.m3u8", rendition());
        media.put(folder + "audio/index.m3u8", rendition());
        media.put(folder + "360p/init.mp4");
        media.put(folder + "poster.jpg");
        for (var number = 0; number < SEGMENTS; number++) {
            media.put(folder + "360p/" + number + ".m4s");
        }
    }

    @Test
    void nothingIsToBeSeenBeforeTheStart() {
        at(SomeEvents.START.minusSeconds(1));

        for (var file : new String[] {"master.m3u8", "360p/index.m3u8", "360p/init.mp4", "360p/0.m4s"}) {
            assertThatThrownBy(() -> fetch(file))
                    .isInstanceOfSatisfying(
                            PlaybackRefused.class,
                            refused -> assertThat(refused.why()).isEqualTo(PlaybackRefusal.NOT_YET));
        }
    }

    @Test
    void atTheStartAPlayerThatStaysThreeSegmentsBehindBeginsAtTheBeginning() throws Exception {
        at(SomeEvents.START);

        var playlist = playlist();

        assertThat(playlist.ongoing()).isTrue();
        assertThat(playlist.playlistType()).isEmpty();
        assertThat(playlist.mediaSegments()).extracting(MediaSegment::uri).containsExactly("0.m4s", "1.m4s", "2.m4s");
        assertThat(seenAt(playlist, 0)).isEqualTo(SomeEvents.START);
    }

    @Test
    void eachSecondIsToBeSeenAtItsTime() throws Exception {
        at(SomeEvents.START.plusSeconds(61));

        var playlist = playlist();
        var newest = playlist.mediaSegments().size() - 1;

        assertThat(playlist.mediaSegments()).hasSize(33);
        assertThat(seenAt(playlist, newest)).isEqualTo(SomeEvents.START.plusSeconds(64));
        assertThat(playlist.mediaSegments().get(0).segmentMap()).isPresent();
    }

    @Test
    void nobodySeesWhatIsStillToCome() {
        at(SomeEvents.START.plusSeconds(61));

        assertThat(fetch("360p/32.m4s")).isNotNull();
        assertThat(fetch("360p/init.mp4")).isNotNull();
        for (var file : new String[] {"360p/33.m4s", "360p/119.m4s", "poster.jpg", "other.m3u8"}) {
            assertThatThrownBy(() -> fetch(file)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void theListEndsWithTheRecordingAndThenItIsOne() throws Exception {
        at(SomeEvents.START.plusSeconds(2L * SEGMENTS - 6));
        assertThat(playlist().ongoing()).isFalse();
        assertThat(seenAt(playlist(), 0)).isEqualTo(SomeEvents.START);

        at(SomeEvents.START.plusSeconds(2L * SEGMENTS + 61));

        assertThat(playlist().mediaSegments().get(0).programDateTime()).isEmpty();
        assertThat(fetch("poster.jpg")).isNotNull();
    }

    @Test
    void whoComesInTheLastSecondsBeginsWhereItIs() throws Exception {
        at(SomeEvents.START.plusSeconds(2L * SEGMENTS - 7));
        assertThat(playlist().startTimeOffset()).isEmpty();

        for (var left : new int[] {6, 3}) {
            at(SomeEvents.START.plusSeconds(2L * SEGMENTS - left));

            assertThat(playlist().ongoing()).isFalse();
            assertThat(playlist().startTimeOffset()).contains(StartTimeOffset.of(-left, true));
        }
    }

    @Test
    void whoComesInTheVeryLastMomentSeesASegmentOfIt() throws Exception {
        at(SomeEvents.START.plusSeconds(2L * SEGMENTS).minusMillis(1));

        assertThat(playlist().startTimeOffset()).contains(StartTimeOffset.of(-2, true));
    }

    @Test
    void whoComesOnceItIsOverBeginsAtTheBeginning() throws Exception {
        for (var after : new long[] {0, 30}) {
            at(SomeEvents.START.plusSeconds(2L * SEGMENTS + after));

            assertThat(playlist().startTimeOffset()).isEmpty();
        }
    }

    @Test
    void whoComesLateGoesBackHalfAnHourAtMost() throws PlaylistParserException {
        var hour = new MediaPlaylistParser().readPlaylist(rendition(3_600));
        var live = new SimulatedLive(hour, SomeEvents.START, Duration.ZERO);

        var told = live.at(SomeEvents.START.plusSeconds(3_600));

        assertThat(told.mediaSequence()).isEqualTo(899);
        assertThat(told.mediaSegments()).hasSize(901);
        assertThat(told.mediaSegments().get(0).uri()).isEqualTo("899.m4s");
        assertThat(told.mediaSegments().get(0).segmentMap()).isPresent();
    }

    @Test
    void aRecordingWhosePlaylistsLeadElsewhereIsNotPlayed() {
        at(SomeEvents.START.plusSeconds(61));

        for (var elsewhere :
                new String[] {"https://elsewhere.example/index.m3u8", "/rooted/index.m3u8", "../index.m3u8"}) {
            var other = SomeEvents.replanned(
                    SomeEvents.aPublishedEvent(),
                    "videoConfig",
                    Map.of(
                            "manifestUrl",
                            SomePlayback.ADDRESS + "/" + elsewhere.length() + "/master.m3u8",
                            "simulive",
                            true));
            node.events.add(other);
            media.put("/" + elsewhere.length() + "/master.m3u8", MASTER.replace("audio/index.m3u8", elsewhere));
            var address = SomePlayback.below(media.addresses.forAnybody(other).orElseThrow());

            assertThatThrownBy(() -> media.delivering.deliver(address)).isInstanceOf(NotFound.class);
        }
    }

    private OriginFile fetch(String file) {
        var manifest = SomePlayback.below(media.addresses.forAnybody(event).orElseThrow());
        return media.delivering.deliver(manifest.replace("master.m3u8", file));
    }

    private MediaPlaylist playlist() throws IOException {
        var file = fetch("360p/index.m3u8");
        var text = new ByteArrayOutputStream();
        file.content().writeTo(text, 0, file.length());
        return new MediaPlaylistParser().readPlaylist(text.toString(StandardCharsets.UTF_8));
    }

    private static Instant seenAt(MediaPlaylist playlist, int segment) {
        return playlist.mediaSegments()
                .get(segment)
                .programDateTime()
                .orElseThrow()
                .toInstant();
    }

    private void at(Instant moment) {
        node.clock.pass(Duration.between(node.clock.instant(), moment));
    }

    private static String rendition() {
        return rendition(SEGMENTS);
    }

    private static String rendition(int segments) {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-PLAYLIST-TYPE:VOD\n")
                .append("#EXT-X-MAP:URI=\"init.mp4\"\n");
        for (var number = 0; number < segments; number++) {
            text.append("#EXTINF:2.000,\n").append(number).append(".m4s\n");
        }
        return text.append("#EXT-X-ENDLIST\n").toString();
    }

    private static Event anEvent() {
        var event = SomeEvents.aPublishedEvent();
        var manifest = SomePlayback.ADDRESS + "/" + event.id().value() + "/master.m3u8";
        return SomeEvents.replanned(event, "videoConfig", Map.of("manifestUrl", manifest, "simulive", true));
    }
}
