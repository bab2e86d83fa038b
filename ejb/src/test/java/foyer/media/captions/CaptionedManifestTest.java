package foyer.media.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.rendition.UnfitPlaylist;
import org.junit.jupiter.api.Test;

class CaptionedManifestTest {
    private static final String BARE = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-SESSION-DATA:DATA-ID="foyer.thumbnails",VALUE="thumbnails.vtt"
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Sound",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="audio-1/index.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=222908,CODECS="avc1.4d401e,mp4a.40.2",RESOLUTION=640x360,AUDIO="audio"
            360p/index.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=556112,CODECS="avc1.4d401f,mp4a.40.2",RESOLUTION=1280x720,AUDIO="audio"
            720p/index.m3u8
            """;
    private static final CaptionTrack GERMAN = new CaptionTrack("de", "Deutsch");

    @Test
    void captionsAreNamedWithEachRendition() {
        var text = CaptionedManifest.read(BARE).with(GERMAN, "captions-de-1").text();

        assertThat(text)
                .contains("TYPE=SUBTITLES", "NAME=\"Deutsch\"", "LANGUAGE=\"de\"", "URI=\"captions-de-1/index.m3u8\"")
                .contains("TYPE=AUDIO", "foyer.thumbnails", "360p/index.m3u8", "720p/index.m3u8");
        assertThat(text.lines()
                        .filter(line -> line.contains("SUBTITLES=\"captions\""))
                        .count())
                .isEqualTo(2);
        assertThat(CaptionedManifest.read(text).tracks()).containsExactly(GERMAN);
        assertThat(CaptionedManifest.read(text).folder("DE")).contains("captions-de-1");
    }

    @Test
    void whatWasInTheFileKeepsItsGroupAndItsPlace() {
        var extracted = BARE.replace("AUDIO=\"audio\"", "AUDIO=\"audio\",SUBTITLES=\"texts\"")
                + "#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"texts\",NAME=\"Captions\",URI=\"captions-1/index.m3u8\"\n";

        var text =
                CaptionedManifest.read(extracted).with(GERMAN, "captions-de-1").text();

        assertThat(CaptionedManifest.read(text).tracks()).containsExactly(new CaptionTrack("", "Captions"), GERMAN);
        assertThat(text).contains("GROUP-ID=\"texts\"").doesNotContain("SUBTITLES=\"captions\"");
    }

    @Test
    void withoutTheLastNoRenditionNamesAny() {
        var manifest =
                CaptionedManifest.read(BARE).with(GERMAN, "captions-de-1").without("de");

        assertThat(manifest.tracks()).isEmpty();
        assertThat(manifest.text())
                .doesNotContain("SUBTITLES")
                .isEqualTo(CaptionedManifest.read(BARE).text());
    }

    @Test
    void whatIsNoManifestIsRefused() {
        assertThatThrownBy(() -> CaptionedManifest.read("<html>")).isInstanceOf(UnfitPlaylist.class);
    }
}
