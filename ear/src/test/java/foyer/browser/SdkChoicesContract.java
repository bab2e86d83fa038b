package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import foyer.whole.Whole;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page may choose of the picture, the sound and the captions. */
interface SdkChoicesContract extends SdkDriven {
    @Test
    default void whatIsWishedBeforeAnythingIsLoadedIsGrantedOnceItPlays() {
        var sdk = open();

        assertThat(sdk.value("enableTextTrack", "de")).asString().contains("language=de", "mode=showing");
        assertThat(sdk.value("setQuality", "240p")).isEqualTo("240p");
        assertThat(sdk.value("getQuality")).isEqualTo("240p");
        assertThat(sdk.value("selectAudioTrack", "en")).asString().contains("language=en", "enabled=true");
        assertThat(sdk.refusal("setQuality", "sharp")).isEqualTo("RangeError");
        assertThat(sdk.refusal("enableTextTrack", Map.of())).isEqualTo("TypeError");
        sdk.value("play");

        assertThat(sdk.heard("texttrackchange")).asString().contains("language=de");
        sdk.until("async () => (await ask(0, 'getVideoHeight', [])).value === 240");
        assertThat(sdk.value("getTextTracks")).asString().contains("language=de", "mode=showing");
        assertThat(sdk.value("getQuality")).isEqualTo("240p");
    }

    @Test
    default void qualitiesAndTracksAreChosen() {
        var sdk = open();
        sdk.value("play");
        sdk.until("async () => (await ask(0, 'getTextTracks', [])).value.length === 2");

        assertThat(sdk.value("getQualities")).asString().contains("720p", "360p", "240p", "auto");
        assertThat(sdk.value("setQuality", "240p")).isEqualTo("240p");
        assertThat(sdk.heard("qualitychange")).isEqualTo(Map.of("last", Map.of("quality", "240p")));
        sdk.until("async () => (await ask(0, 'getVideoHeight', [])).value === 240");
        assertThat(sdk.value("getVideoWidth")).isEqualTo(426);
        assertThat(sdk.refusal("setQuality", "2160p")).isEqualTo("RangeError");

        assertThat(sdk.value("enableTextTrack", "en")).asString().contains("English", "showing");
        assertThat(sdk.heard("texttrackchange")).asString().contains("en");
        assertThat(sdk.heard("cuechange")).asString().contains("cues", "text", "html");
        assertThat(sdk.refusal("enableTextTrack", "en", "captions")).isEqualTo("InvalidTrackError");
        assertThat(sdk.refusal("enableTextTrack", "fr")).isEqualTo("InvalidTrackLanguageError");
        sdk.value("disableTextTrack");

        assertThat(sdk.value("getAudioTracks")).asString().contains("Chords");
        assertThat(sdk.value("getEnabledAudioTrack")).asString().contains("main");
        assertThat(sdk.value("getDefaultAudioTrack")).asString().contains("main");
        assertThat(sdk.refusal("selectAudioTrack", "fr")).isEqualTo("NoMatchingAudioTrackError");
        assertThat(sdk.value("selectAudioTrack", "en", "descriptions"))
                .asString()
                .contains("Chords and clock");
        assertThat(sdk.value("getEnabledAudioTrack")).asString().contains("descriptions");
        assertThat(sdk.value("selectDefaultAudioTrack")).asString().contains("main");
    }

    @Test
    default void whereThereIsOneSoundAnotherOneIsRefused() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent().showing(Whole.sandbox().origin() + "/recorded/demo/one-sound.m3u8"), number);
        var sdk = open(AtVimeo.address(number));
        sdk.value("play");

        assertThat(sdk.value("getAudioTracks")).asString().contains("Chords");
        assertThat(sdk.refusal("selectAudioTrack", "fr")).isEqualTo("NoAlternateAudioTracksError");
        assertThat(sdk.refusal("selectDefaultAudioTrack")).isEqualTo("NoAlternateAudioTracksError");
    }
}
