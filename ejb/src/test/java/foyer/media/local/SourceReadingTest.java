package foyer.media.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import foyer.media.CannotMake;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReadingTest {
    @Test
    void aCoverIsNoPicture() {
        var source = SourceReading.read("""
                {"streams": [
                  {"index": 0, "codec_type": "video", "width": 500, "height": 500, "disposition": {"attached_pic": 1}},
                  {"index": 1, "codec_type": "audio", "tags": {"language": "und"}},
                  {"index": 2, "codec_type": "video", "width": 720, "height": 576, "avg_frame_rate": "25/1",
                   "sample_aspect_ratio": "16:15", "field_order": "tt", "disposition": {"attached_pic": 0}},
                  {"index": 3, "codec_type": "subtitle", "codec_name": "hdmv_pgs_subtitle"}],
                 "format": {"duration": "90.5"}}""");

        assertThat(source.video()).isEqualTo(2);
        assertThat(source.width()).isEqualTo(768);
        assertThat(source.interlaced()).isTrue();
        assertThat(source.length()).isEqualTo(Duration.ofMillis(90_500));
        assertThat(source.sounds()).containsExactly(new Track(1, "", "Audio 1"));
        assertThat(source.captions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"duration\": \"4.0\"',4000",
        "'\"tags\": {\"DURATION\": \"00:00:04.500000000\"}',4500",
        "'\"tags\": {\"DURATION\": \"soon\"}',9000",
        "'\"duration\": \"99\"',9000",
        "'\"duration\": \"-1\"',9000"
    })
    void aPictureMayEndBeforeItsSound(String said, long millis) {
        var source = SourceReading.read(
                "{\"streams\": [{\"index\": 0, \"codec_type\": \"video\", \"width\": 640, \"height\": 360, %s}], \"format\": {\"duration\": \"9\"}}"
                        .formatted(said));

        assertThat(source.length()).isEqualTo(Duration.ofSeconds(9));
        assertThat(source.pictureLength()).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aFileThatSaysNothingOfItsLengthSaysNothingOfItsPicturesEither() {
        assertThat(SourceReading.read(aPicture("25/1", 640)).pictureLength()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"30000/1001,30000/1001", "25/1,25/1", "120/1,60", "90000/1,30", "0/0,30", "1/10,30", "nonsense,30"})
    void theRateIsOneThatScreensHave(String said, String taken) {
        assertThat(SourceReading.read(aPicture(said, 640)).rate()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"streams\": 7}", "{\"streams\": [{\"codec_type\": \"audio\"}]}"})
    void whatHasNoPictureIsRefused(String json) {
        assertThatThrownBy(() -> SourceReading.read(json)).isInstanceOf(CannotMake.class);
    }

    @Test
    void aPictureOfThousandsOfPixelsASideIsRefused() {
        assertThatThrownBy(() -> SourceReading.read(aPicture("25/1", 60_000))).isInstanceOf(CannotMake.class);
    }

    @Test
    void tracksOfOneLanguageAreToldApartByTheirNames() {
        var source = SourceReading.read("""
                {"streams": [
                  {"index": 0, "codec_type": "video", "width": 640, "height": 360},
                  {"index": 1, "codec_type": "audio", "tags": {"language": "eng"}},
                  {"index": 2, "codec_type": "audio", "tags": {"language": "eng"}},
                  {"index": 3, "codec_type": "audio", "tags": {"language": "eng", "title": "eng 2"}},
                  {"index": 4, "codec_type": "audio"}]}""");

        assertThat(source.sounds()).extracting(Track::name).containsExactly("eng", "eng 2", "eng 2 2", "Audio 4");
    }

    @Test
    void aNameIsSafeInAPlaylist() {
        assertThat(Track.of(1, "de\",URI=\"x", "A \"B\"\nC", "Audio 1")).isEqualTo(new Track(1, "", "A  B  C"));
    }

    private static String aPicture(String rate, int width) {
        return "{\"streams\": [{\"index\": 0, \"codec_type\": \"video\", \"width\": %d, \"height\": 360, \"avg_frame_rate\": \"%s\"}]}"
                .formatted(width, rate);
    }
}
