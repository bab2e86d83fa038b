package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;

/**
 * How npm's parser reads what two encoders sent one after the other, with a gap in between: two sizes and a sound, in all of them at the same
 * place.
 */
final class OthersReading {
    private OthersReading() {}

    /** @param page an empty one, for the parser */
    static void ofWhatIsLive(Page page, String event) {
        assertThat(renditions(page, event)).allSatisfy(OthersReading::isOneAfterTheOther);
    }

    /** What was harvested of both. */
    static void ofItsRecording(Page page, String event) {
        assertThat(renditions(page, event)).allSatisfy(OthersReading::isWhole);
    }

    private static List<JsonObject> renditions(Page page, String event) {
        var parser = OtherParser.on(page);
        var playlists = OwnPlaylists.of(event);
        var master = parser.read(playlists.told("master.m3u8"));
        var pictures = master.getJsonArray("playlists").getValuesAs(JsonObject.class);
        assertThat(pictures).hasSize(2).allSatisfy(picture -> {
            var attributes = picture.getJsonObject("attributes");
            assertThat(attributes.getString("CODECS")).contains("avc1.", "mp4a.40.2");
            assertThat(attributes.getJsonObject("RESOLUTION").getInt("height")).isIn(360, 240);
        });
        var sounds = master.getJsonObject("mediaGroups").getJsonObject("AUDIO");
        assertThat(sounds).hasSize(1);
        var renditions = Stream.concat(
                        pictures.stream().map(picture -> picture.getString("uri")), Stream.of("audio-1/index.m3u8"))
                .map(rendition -> parser.read(playlists.told(rendition)))
                .toList();
        assertThat(renditions).hasSize(3);
        assertThat(renditions.stream()
                        .map(list -> list.getJsonArray("discontinuityStarts"))
                        .distinct())
                .as("gaps")
                .hasSize(1);
        return renditions;
    }

    private static void isOneAfterTheOther(JsonObject list) {
        assertThat(list.getInt("mediaSequence")).isZero();
        assertThat(list.containsKey("endList")).isFalse();
        assertThat(segments(list).stream()
                        .map(segment -> segment.getJsonNumber("programDateTime").longValue())
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static void isWhole(JsonObject list) {
        assertThat(list.getString("playlistType")).isEqualTo("VOD");
        assertThat(list.getBoolean("endList")).isTrue();
        assertThat(segments(list)).isNotEmpty();
    }

    private static List<JsonObject> segments(JsonObject list) {
        assertThat(list.getInt("targetDuration")).isEqualTo(2);
        assertThat(list.getJsonArray("discontinuityStarts")).hasSize(1);
        var segments = list.getJsonArray("segments").getValuesAs(JsonObject.class);
        assertThat(segments).hasSizeGreaterThan(3).allSatisfy(segment -> {
            assertThat(segment.getString("uri")).doesNotContain(":").doesNotStartWith("/");
            assertThat(segment.getJsonObject("map").getString("uri"))
                    .contains("init")
                    .endsWith(".mp4");
            assertThat(Math.round(segment.getJsonNumber("duration").doubleValue()))
                    .isLessThanOrEqualTo(2);
        });
        return segments;
    }
}
