package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import foyer.launch.Await;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The genuine SDK of Vimeo drives our page by all of its methods, and is told of all that happens. */
class VimeoSdkIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices(AtVimeo::switches);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> OWN_METHODS =
            List.of("constructor", "callMethod", "get", "set", "on", "once", "off", "ready", "setTimingSrc");

    @Test
    void everyGetterHasAnAnswerBeforeAnythingIsLoaded() {
        var number = AtVimeo.number();
        var event = AtVimeo.published(anEvent().titled("Seen from afar"), number);
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));

        assertThat(getters(sdk)).allSatisfy(getter -> {
            if (!getter.equals("getCameraProps")) {
                sdk.value(getter);
            }
        });

        assertThat(sdk.value("getVideoId")).isEqualTo(Integer.parseInt(number));
        assertThat(sdk.value("getVideoTitle")).isEqualTo("Seen from afar");
        assertThat(sdk.value("getVideoUrl")).isEqualTo("https://player.vimeo.com/watch/" + event);
        assertThat(String.valueOf(sdk.value("getVideoEmbedCode")))
                .startsWith("<iframe")
                .contains("/embed/" + event);
        assertThat(sdk.value("getPaused")).isEqualTo(true);
        assertThat(sdk.value("getVolume")).isEqualTo(1);
        assertThat(sdk.value("getQuality")).isEqualTo("auto");
        assertThat(sdk.value("getColors")).asInstanceOf(LIST).hasSize(4);
        assertThat(sdk.heard("loaded")).isEqualTo(Map.of("last", Map.of("id", Integer.parseInt(number))));
        assertThat(sdk.frame().locator("media-controller").count()).isZero();
    }

    @Test
    void thePictureIsPlayedStoppedAndMoved() {
        var sdk = open();

        sdk.value("play");
        for (var event :
                List.of("play", "playing", "timeupdate", "progress", "loadedmetadata", "durationchange", "resize")) {
            sdk.heard(event);
        }
        assertThat(sdk.value("getPaused")).isEqualTo(false);
        assertThat(sdk.number("getDuration")).isGreaterThan(20);
        assertThat(sdk.value("getBuffered")).asString().contains("0");
        assertThat(sdk.value("setCurrentTime", 12)).isEqualTo(12);
        sdk.heard("seeking");
        sdk.heard("seeked");
        assertThat(sdk.number("getCurrentTime")).isBetween(12.0, 20.0);
        sdk.value("pause");
        sdk.heard("pause");
        assertThat(sdk.value("getPaused")).isEqualTo(true);
        assertThat(sdk.value("getPlayed")).asString().contains("12");

        assertThat(sdk.value("setLoop", true)).isEqualTo(true);
        assertThat(sdk.value("getLoop")).isEqualTo(true);
        sdk.value("setLoop", false);
        sdk.value("setCurrentTime", sdk.number("getDuration") - 0.5);
        sdk.value("play");
        sdk.heard("ended");
        assertThat(sdk.value("getEnded")).isEqualTo(true);
        Watching.keep(sdk.page(), "vimeo-sdk-1440");
    }

    @Test
    void soundAndSpeedAreSet() {
        var sdk = open();

        assertThat(sdk.value("setVolume", 0.25)).isEqualTo(0.25);
        assertThat(sdk.heard("volumechange")).asString().contains("0.25");
        assertThat(sdk.value("getVolume")).isEqualTo(0.25);
        assertThat(sdk.value("setMuted", true)).isEqualTo(true);
        assertThat(sdk.value("getMuted")).isEqualTo(true);
        assertThat(sdk.value("setPlaybackRate", 1.5)).isEqualTo(1.5);
        assertThat(sdk.heard("playbackratechange")).isEqualTo(Map.of("last", Map.of("playbackRate", 1.5)));
        assertThat(sdk.value("getPlaybackRate")).isEqualTo(1.5);
        assertThat(sdk.value("setAutopause", false)).isEqualTo(false);
        assertThat(sdk.value("getAutopause")).isEqualTo(false);

        assertThat(sdk.refusal("setVolume", 1.5)).isEqualTo("RangeError");
        assertThat(sdk.refusal("setPlaybackRate", 3)).isEqualTo("RangeError");
        assertThat(sdk.refusal("setCurrentTime", -1)).isEqualTo("RangeError");
        assertThat(sdk.refusal("setLoop", "often")).isEqualTo("TypeError");
        assertThat(sdk.heard("error")).asString().contains("setLoop");
    }

    @Test
    void whatIsWishedBeforeAnythingIsLoadedIsGrantedOnceItPlays() {
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
    void qualitiesAndTracksAreChosen() {
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
    void whereThereIsOneSoundAnotherOneIsRefused() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent().showing(Whole.sandbox().origin() + "/recorded/demo/one-sound.m3u8"), number);
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));
        sdk.value("play");

        assertThat(sdk.value("getAudioTracks")).asString().contains("Chords");
        assertThat(sdk.refusal("selectAudioTrack", "fr")).isEqualTo("NoAlternateAudioTracksError");
        assertThat(sdk.refusal("selectDefaultAudioTrack")).isEqualTo("NoAlternateAudioTracksError");
    }

    @Test
    void chaptersAreNamedAndToldOf() {
        var number = AtVimeo.number();
        var chapters =
                "WEBVTT\n\n00:00.000 --> 00:12.000\nOverture\n\n00:12.000 --> 00:24.000\nQuestions <b>& answers\n";
        var video = Json.createObjectBuilder()
                .add("manifestUrl", Whole.sandbox().origin() + "/recorded/demo/master.m3u8")
                .add("chapters", chapters);
        AtVimeo.published(anEvent().with("videoConfig", video.build()), number);
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));

        sdk.value("play");
        assertThat(sdk.heard("chapterchange")).asString().contains("Overture", "index=1");
        sdk.value("setCurrentTime", 15);

        sdk.until("async () => (await ask(0, 'getCurrentChapter', [])).value.index === 2");
        assertThat(sdk.value("getChapters"))
                .isEqualTo(List.of(
                        Map.of("startTime", 0, "title", "Overture", "index", 1),
                        Map.of("startTime", 12, "title", "Questions <b>& answers", "index", 2)));
        sdk.frame().locator("media-time-range").hover();
        // The bar takes a title for a cue's text, which may have markup.
        sdk.frame().getByText("Questions & answers").waitFor();
        sdk.frame()
                .waitForFunction("() => getComputedStyle(document.querySelector('media-time-range').shadowRoot"
                        + ".querySelector('[part~=preview-box]')).opacity === '1'");
        Watching.keep(sdk.page(), "vimeo-sdk-chapters-1440");
    }

    @Test
    void cuePointsAreReached() {
        var sdk = open();

        var reached = sdk.value("addCuePoint", 1, Map.of("part", "overture"));
        var other = sdk.value("addCuePoint", 15);
        assertThat(sdk.value("getCuePoints")).asString().contains("overture", String.valueOf(other));
        assertThat(sdk.value("removeCuePoint", String.valueOf(other))).isEqualTo(other);
        assertThat(sdk.refusal("removeCuePoint", String.valueOf(other))).isEqualTo("InvalidCuePoint");
        sdk.value("play");

        assertThat(sdk.heard("cuepoint"))
                .isEqualTo(Map.of("last", Map.of("time", 1, "data", Map.of("part", "overture"), "id", reached)));
    }

    @Test
    void colorsAreSet() {
        var sdk = open();

        assertThat(sdk.value("setColor", "#ffaa00")).isEqualTo("ffaa00");
        assertThat(sdk.value("getColor")).isEqualTo("ffaa00");
        assertThat(sdk.value("setColors", List.of("101010", "00ffff", "ffffff", "222222")))
                .isEqualTo(List.of("101010", "00ffff", "ffffff", "222222"));
        assertThat(sdk.value("getColors")).isEqualTo(List.of("101010", "00ffff", "ffffff", "222222"));
        assertThat(sdk.refusal("setColor", "101011")).isEqualTo("ContrastError");
        assertThat(sdk.refusal("setColor", "beautiful")).isEqualTo("TypeError");
        assertThat(
                        sdk.frame()
                                .evaluate(
                                        "() => getComputedStyle(document.querySelector('#stage')).getPropertyValue('--accent')"))
                .isEqualTo("#101011");
    }

    @Test
    void theScreenIsFilledByAClick() {
        var sdk = open();
        sdk.value("play");

        sdk.page().click("#full");

        assertThat(sdk.heard("fullscreenchange")).isEqualTo(Map.of("last", Map.of("fullscreen", true)));
        assertThat(sdk.value("getFullscreen")).isEqualTo(true);
        sdk.forget();
        sdk.value("exitFullscreen");
        assertThat(sdk.heard("fullscreenchange")).isEqualTo(Map.of("last", Map.of("fullscreen", false)));
    }

    @Test
    void whatAStreamOrABrowserCannotDoIsRefusedByName() {
        var sdk = open();
        sdk.value("play");

        assertThat(sdk.refusal("getCameraProps")).isEqualTo("UnsupportedError");
        assertThat(sdk.refusal("setCameraProps", Map.of("yaw", 1))).isEqualTo("UnsupportedError");
        // Only a click of the viewer's in the frame itself opens a window.
        assertThat(sdk.refusal("requestPictureInPicture")).isIn("NotAllowedError", "UnsupportedError");
        sdk.value("exitPictureInPicture");
        assertThat(sdk.refusal("remotePlaybackPrompt")).isEqualTo("UnsupportedError");
        assertThat(sdk.value("getRemotePlaybackState")).isEqualTo("disconnected");
        assertThat(sdk.refusal("loadVideo", 1)).isEqualTo("NotFoundError");
        assertThat(sdk.refusal("loadVideo", "nothing")).isEqualTo("TypeError");
    }

    @Test
    void aVideoIsLoadedAnewUnloadedAndDestroyed() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));
        sdk.value("play");
        sdk.forget();

        assertThat(sdk.value("loadVideo", Integer.parseInt(number))).isEqualTo(Integer.parseInt(number));
        sdk.heard("loaded");
        sdk.value("play");
        sdk.value("unload");
        assertThat(sdk.value("getPaused")).isEqualTo(true);
        assertThat(sdk.value("getCurrentTime")).isEqualTo(0);
        sdk.value("play");
        sdk.value("destroy");

        assertThat(sdk.page().locator("iframe").count()).isZero();
    }

    /** A screen is one opening of the page, and no press tells anything before the next heartbeat is due. */
    @Test
    void whoPlaysAgainIsMeasuredOnWithTheNextHeartbeat() {
        var sdk = open();
        var beats = Beats.of(sdk.page());
        sdk.value("play");
        untilThereAre(1, beats, sdk);

        sdk.value("unload");
        sdk.value("play");
        untilThereAre(2, beats, sdk);

        var told = beats.stream().map(VimeoSdkIT::figures).toList();
        assertThat(told).hasSize(2);
        assertThat(told.get(1).getString("screen")).isEqualTo(told.get(0).getString("screen"));
        assertThat(told.get(1).getInt("sequence")).isGreaterThan(told.get(0).getInt("sequence"));
        assertThat(told).noneMatch(figures -> figures.containsKey("last"));
    }

    @Test
    void whoIsNotToBeFollowedIsNotFollowedIntoAnotherVideo() {
        var numbers = List.of(AtVimeo.number(), AtVimeo.number());
        numbers.forEach(number -> AtVimeo.published(anEvent(), number));
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(numbers.get(0)) + "?dnt=1");

        var other = Integer.parseInt(numbers.get(1));
        assertThat(sdk.value("loadVideo", other)).isEqualTo(other);

        assertThat(sdk.frame().url()).isEqualTo(AtVimeo.address(numbers.get(1)) + "?dnt=1");
    }

    private static void untilThereAre(int many, Queue<String> beats, SdkPage sdk) {
        // The browser goes on only while it is waited for.
        assertThat(Await.until(PATIENCE, () -> {
                    sdk.page().waitForTimeout(200);
                    return beats.size() >= many;
                }))
                .isTrue();
    }

    private static JsonObject figures(String beat) {
        try (var reader = Json.createReader(new StringReader(beat))) {
            return reader.readObject().getJsonObject("figures");
        }
    }

    /** All that the SDK has, so that a newer one brings no method that is not tried. */
    @SuppressWarnings("unchecked") // the script answers texts
    private static List<String> getters(SdkPage sdk) {
        var methods = (List<String>) sdk.page().evaluate("() => Object.getOwnPropertyNames(Vimeo.Player.prototype)");
        var getters =
                methods.stream().filter(name -> name.matches("get[A-Z].*")).toList();
        assertThat(methods)
                .filteredOn(name -> !name.matches("(get|set|request|exit|select)[A-Z].*"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                OWN_METHODS.stream()
                                        .filter(name -> !name.startsWith("setT"))
                                        .filter(methods::contains),
                                List.of(
                                        "loadVideo",
                                        "addCuePoint",
                                        "removeCuePoint",
                                        "enableTextTrack",
                                        "disableTextTrack",
                                        "pause",
                                        "play",
                                        "remotePlaybackPrompt",
                                        "unload",
                                        "destroy")
                                        .stream())
                        .toList());
        assertThat(getters).hasSizeGreaterThan(30);
        return getters;
    }

    private static SdkPage open() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        return AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));
    }
}
