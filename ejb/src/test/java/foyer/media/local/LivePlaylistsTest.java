package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.event.EventId;
import foyer.media.BroadcastId;
import foyer.media.BroadcastRef;
import foyer.media.delivery.OriginFile;
import foyer.media.rendition.Rendition;
import foyer.shared.SettableClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LivePlaylistsTest {
    private static final LiveLadder LADDER =
            new LiveLadder(List.of(new Rendition("360p", 640, 360, 800), new Rendition("240p", 426, 240, 400)), "25");

    @TempDir
    Path folder;

    private final BroadcastRef broadcast = new BroadcastRef(EventId.fresh(), BroadcastId.fresh());

    @BeforeEach
    void aChannelIsFed() {
        notes().make();
        notes().keep(LADDER);
        notes().begin(SettableClock.NOON);
    }

    @Test
    void thereIsNoMasterBeforeEveryRenditionHasASegment() {
        comes("feed-0001", "360p", 1);
        comes("feed-0001", "240p", 1);
        assertThat(told("master.m3u8")).isEmpty();
        assertThat(told("360p/index.m3u8")).isEmpty();

        comes("feed-0001", LiveLadder.SOUND, 1);

        assertThat(told("master.m3u8").orElseThrow())
                .contains("RESOLUTION=640x360", "CODECS=\"avc1.64001e,mp4a.40.2\"", "\n360p/index.m3u8\n")
                .contains("RESOLUTION=426x240", "\n240p/index.m3u8\n", "URI=\"audio-1/index.m3u8\"");
    }

    @Test
    void theMasterStaysAsItIsWhateverComes() {
        comesWhole("feed-0001", 1);
        var before = told("master.m3u8");

        notes().begin(SettableClock.NOON.plusSeconds(60));
        comesWhole("feed-0002", 3);
        notes().end(SettableClock.NOON);

        assertThat(told("master.m3u8")).isEqualTo(before);
    }

    @Test
    void aFeedThatBroughtNothingIsNoGap() {
        comesWhole("feed-0001", 1);
        notes().begin(SettableClock.NOON.plusSeconds(60));
        comes("feed-0002", "360p", 1);
        notes().begin(SettableClock.NOON.plusSeconds(90));
        comesWhole("feed-0003", 1);

        assertThat(told("240p/index.m3u8").orElseThrow())
                .contains("feed-0001/00000.m4s", "feed-0003/00000.m4s")
                .doesNotContain("feed-0002")
                .containsOnlyOnce("#EXT-X-DISCONTINUITY\n");
    }

    @Test
    void whatIsOverEndsAndMayGoOn() {
        comesWhole("feed-0001", 1);
        assertThat(told("360p/index.m3u8").orElseThrow()).doesNotContain("ENDLIST");

        notes().end(SettableClock.NOON.minusSeconds(15));
        assertThat(told("360p/index.m3u8").orElseThrow()).contains("ENDLIST");

        notes().goOn();
        assertThat(told("360p/index.m3u8").orElseThrow()).doesNotContain("ENDLIST");
    }

    @Test
    void aStopIsNoEndAsLongAsItMayBeTakenBack() {
        comesWhole("feed-0001", 1);

        notes().end(SettableClock.NOON.minusSeconds(14));

        assertThat(told("360p/index.m3u8").orElseThrow()).doesNotContain("ENDLIST");
    }

    @Test
    void theFirstStopIsTheOneThatCounts() {
        notes().end(SettableClock.NOON);
        notes().end(SettableClock.NOON.plusSeconds(60));

        assertThat(notes().over()).contains(SettableClock.NOON);
    }

    @Test
    void whenTheLastCameIsSeenFromWhatWasWritten() {
        assertThat(Feeds.lastOf(shelves().plays(broadcast))).isEmpty();
        comesWhole("feed-0001", 1);
        var list =
                shelves().plays(broadcast).resolve("360p").resolve("feed-0001").resolve("index.m3u8");
        var later = Instant.parse("2100-01-01T00:00:00Z");
        Disk.at(() -> Files.setLastModifiedTime(list, FileTime.from(later)));

        assertThat(Feeds.lastOf(shelves().plays(broadcast))).contains(later);
    }

    @Test
    void whatIsNoRenditionIsNotTold() {
        comesWhole("feed-0001", 1);

        assertThat(told("1080p/index.m3u8")).isEmpty();
        assertThat(told("360p/other.m3u8")).isEmpty();
        assertThat(told("360p/feed-0001/index.m3u8")).isEmpty();
    }

    private void comesWhole(String feed, int segments) {
        LADDER.folders().forEach(rendition -> comes(feed, rendition, segments));
    }

    /** As ffmpeg writes it. */
    private void comes(String feed, String rendition, int segments) {
        var to = Disk.folder(shelves().plays(broadcast).resolve(rendition).resolve(feed));
        var list = "#EXTM3U\n" + "#EXTINF:2.000000,\n00000.m4s\n".repeat(segments);
        Disk.at(() -> Files.writeString(to.resolve("index.m3u8"), list));
        Disk.at(() -> Files.write(to.resolve(Feed.INITIALIZATION), new byte[] {'a', 'v', 'c', 'C', 1, 0x64, 0, 0x1e}));
    }

    private Optional<String> told(String path) {
        var live = new LivePlaylists(new House(folder).settings, Duration.ofHours(2), new SettableClock());
        return live.find("/" + broadcast.event().value() + "/live/"
                        + broadcast.id().value() + "/" + path)
                .map(LivePlaylistsTest::text);
    }

    private ChannelNotes notes() {
        return shelves().notes(broadcast);
    }

    private LiveShelves shelves() {
        return new LiveShelves(folder);
    }

    private static String text(OriginFile file) {
        var bytes = new ByteArrayOutputStream();
        Disk.at(() -> {
            write(file, bytes);
            return file;
        });
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static void write(OriginFile file, ByteArrayOutputStream to) throws IOException {
        file.content().writeTo(to, 0, file.length());
    }
}
