package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;

import foyer.media.Recording;
import foyer.media.Transcode;
import io.lindstrom.m3u8.model.Variant;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a player is given, looked at by ffprobe and by the letter. */
class MadeRecordingIT {
    @TempDir
    Path folder;

    @Test
    void everyRungPlaysFromTheFirstMomentOnAndChangesAtTheSame() {
        var plays = made(SomeVideos.usual());

        var keyframes = keyframes(plays.resolve("360p"));
        assertThat(keyframes).hasSize(3).first().isEqualTo("0.000000");
        assertThat(keyframes(plays.resolve("240p"))).isEqualTo(keyframes);
        for (var rendition : List.of("360p", "240p", "audio-1")) {
            var said = Ffmpeg.probe(
                    plays.resolve(rendition),
                    "-show_entries",
                    "format=start_time,duration",
                    "-of",
                    "csv=p=0",
                    "index.m3u8");
            assertThat(said).as(rendition).startsWith("0.0").contains(",5.");
            assertThat(MediaPlaylist.in(plays.resolve(rendition)).segments())
                    .as(rendition)
                    .hasSize(3)
                    .allMatch(segment -> segment.seconds() < 2.1);
        }
    }

    @Test
    void theMasterSaysWhatTheRungsAre() throws IOException {
        var plays = made(SomeVideos.usual());

        var master = Files.readString(plays.resolve("master.m3u8"));

        assertThat(master)
                .contains("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"audio\",NAME=\"Audio 1\",DEFAULT=YES")
                .containsPattern(
                        "CODECS=\"avc1.64001e,mp4a.40.2\",RESOLUTION=640x360,FRAME-RATE=25.000,AUDIO=\"audio\"")
                .contains("#EXT-X-SESSION-DATA:DATA-ID=\"foyer.thumbnails\",VALUE=\"thumbnails.vtt\"\n")
                .contains("RESOLUTION=426x240", "\n360p/index.m3u8\n", "\n240p/index.m3u8\n")
                .doesNotContain("720p", "SUBTITLES");
        var said = Ffmpeg.probe(plays, "-show_entries", "program=nb_streams", "-of", "csv=p=0", "master.m3u8");
        assertThat(said.lines().filter(line -> line.startsWith("2"))).hasSize(2);
    }

    @Test
    void noAddressLeadsOutOfTheFolder() throws IOException {
        var plays = made(SomeVideos.withCaptions());

        try (var files = Files.walk(plays)) {
            for (var playlist :
                    files.filter(file -> file.toString().endsWith(".m3u8")).toList()) {
                assertThat(addresses(playlist))
                        .as(playlist.toString())
                        .isNotEmpty()
                        .allMatch(address -> address.matches("[a-z0-9.-]+(/[a-z0-9.-]+)?") && !address.contains(".."))
                        .allMatch(address -> Files.exists(playlist.resolveSibling(address)));
            }
        }
    }

    @Test
    void anotherParserReadsAllOfItAndFindsAsManySegmentsInEach() throws IOException {
        var plays = made(SomeVideos.withCaptions());

        var master = new MasterPlaylistParser().readPlaylist(plays.resolve("master.m3u8"));

        assertThat(master.alternativeRenditions()).hasSize(3);
        assertThat(master.variants()).hasSize(2);
        var others = master.alternativeRenditions().stream().flatMap(other -> other.uri().stream());
        for (var address : Stream.concat(master.variants().stream().map(Variant::uri), others)
                .toList()) {
            var media = new MediaPlaylistParser().readPlaylist(plays.resolve(address));
            assertThat(media.mediaSegments()).hasSize(3);
            assertThat(media.targetDuration()).isEqualTo(Encoding.SEGMENT_SECONDS);
            assertThat(media.ongoing()).isFalse();
        }
    }

    @Test
    void everyLanguageAndItsCaptionsAreThere() throws IOException {
        var plays = made(SomeVideos.withCaptions());

        assertThat(Files.readString(plays.resolve("master.m3u8")))
                .contains("NAME=\"ger\",LANGUAGE=\"ger\",DEFAULT=YES", "NAME=\"eng\",LANGUAGE=\"eng\",DEFAULT=NO")
                .contains("TYPE=SUBTITLES,GROUP-ID=\"captions\",NAME=\"Für alle\",LANGUAGE=\"ger\"")
                .contains("SUBTITLES=\"captions\"");
        var captions = plays.resolve("captions-1");
        assertThat(Files.readString(captions.resolve("00000.vtt")))
                .startsWith("WEBVTT\n")
                .contains("Guten Abend");
        assertThat(Files.readString(captions.resolve("00001.vtt"))).contains("Guten Abend");
        assertThat(Files.readString(captions.resolve("00002.vtt"))).isEqualTo("WEBVTT\n");
    }

    @Test
    void whatHasNoSoundPlaysWithout() throws IOException {
        var plays = made(SomeVideos.withoutSound());

        assertThat(Files.readString(plays.resolve("master.m3u8"))).doesNotContain("AUDIO", "mp4a");
    }

    @Test
    void soundThatGoesOnAfterThePictureIsNoCut() {
        var plays = made(SomeVideos.withLongerSound());

        assertThat(MediaPlaylist.in(plays.resolve("360p")).length())
                .isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(MediaPlaylist.in(plays.resolve("audio-1")).length()).isGreaterThan(Duration.ofSeconds(9));
    }

    @Test
    void whatWasFilmedUprightIsUpright() throws IOException {
        var plays = made(SomeVideos.upright());

        assertThat(Files.readString(plays.resolve("master.m3u8"))).contains("RESOLUTION=360x640");
        assertThat(Ffmpeg.probe(
                        plays.resolve("360p"), "-show_entries", "stream=width,height", "-of", "csv=p=0", "index.m3u8"))
                .contains("360,640");
    }

    @Test
    void webmPlaysToo() {
        assertThat(made(SomeVideos.webm()).resolve("240p/index.m3u8")).exists();
    }

    @Test
    void aPosterAndThumbnailsAreThere() throws IOException {
        var plays = made(SomeVideos.usual());

        assertThat(Ffmpeg.probe(plays, "-show_entries", "stream=width,height", "-of", "csv=p=0", "poster.jpg"))
                .contains("640,360");
        assertThat(Ffmpeg.probe(plays, "-show_entries", "stream=width,height", "-of", "csv=p=0", "sprite-001.jpg"))
                .contains("1600,900");
        assertThat(Files.readString(plays.resolve("thumbnails.vtt")))
                .contains("00:00:00.000 --> 00:00:04.000\nsprite-001.jpg#xywh=0,0,160,90");
    }

    @Test
    void nothingIsLeftBeside() throws IOException {
        made(SomeVideos.usual());

        try (var left = Files.walk(folder.resolve(".recordings"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    private Path made(Path video) {
        var house = new House(folder);
        Recording recording = house.arrived(SomeVideos.bytes(video));
        assertThat(house.library.transcode(recording, percent -> true)).isInstanceOf(Transcode.Done.class);
        return house.shelves.published(recording);
    }

    private static List<String> keyframes(Path rendition) {
        return Ffmpeg.probe(
                        rendition,
                        "-select_streams",
                        "v",
                        "-show_entries",
                        "packet=pts_time,flags",
                        "-of",
                        "csv=p=0",
                        "index.m3u8")
                .lines()
                .filter(line -> line.contains("K"))
                .map(line -> line.split(",")[0])
                .toList();
    }

    private static List<String> addresses(Path playlist) throws IOException {
        var lines = Files.readAllLines(playlist);
        var named = lines.stream()
                .filter(line -> line.contains("URI=\""))
                .map(line -> line.replaceFirst(".*URI=\"([^\"]*)\".*", "$1"));
        return Stream.concat(named, lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#")))
                .toList();
    }
}
