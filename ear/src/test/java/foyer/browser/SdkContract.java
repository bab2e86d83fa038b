package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What pages may do by Vimeo's SDK: whoever has its class drives our page by all of its methods, and is told of all that happens.
 */
abstract class SdkContract {
    /** The pieces of the picture and the sound from its fortieth second on. */
    private static final Pattern LATE = Pattern.compile(".*/segment-2\\d\\.m4s.*");

    private static final List<String> OWN_METHODS =
            List.of("constructor", "callMethod", "get", "set", "on", "once", "off", "ready", "setTimingSrc");

    /** Those of the class itself: two that share them could not run beside each other. */
    abstract Devices devices();

    /** Shows the embed at this address in a partner's page that has the class. */
    abstract SdkPage open(Page page, String address);

    @Test
    void everyGetterHasAnAnswerBeforeAnythingIsLoaded() {
        var number = AtVimeo.number();
        var event = AtVimeo.published(anEvent().titled("Seen from afar"), number);
        var sdk = open(AtVimeo.address(number));

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
    void everyGetterTellsHowItStandsOnceItPlays() {
        var sdk = open();
        sdk.value("play");
        sdk.until("async () => (await ask(0, 'getCurrentTime', [])).value > 1");
        sdk.value("pause");

        assertThat(sdk.number("getDuration")).isBetween(55.0, 65.0);
        assertThat(stretch(sdk, "getBuffered").get(1)).isGreaterThan(1);
        assertThat(stretch(sdk, "getPlayed").get(1)).isBetween(1.0, 20.0);
        assertThat(stretch(sdk, "getSeekable").get(1)).isBetween(55.0, 65.0);
        assertThat(sdk.number("getVideoWidth") / sdk.number("getVideoHeight")).isBetween(1.7, 1.8);
        for (var not :
                List.of("getEnded", "getSeeking", "getLoop", "getMuted", "getFullscreen", "getPictureInPicture")) {
            assertThat(sdk.value(not)).as(not).isEqualTo(false);
        }
        // Chromium can be asked for devices, whether there is one or not.
        assertThat(sdk.value("getRemotePlaybackAvailability")).isEqualTo(true);
        assertThat(sdk.value("getAutopause")).isEqualTo(true);
        assertThat(sdk.value("getPlaybackRate")).isEqualTo(1);
        assertThat(sdk.value("getVolume")).isEqualTo(1);
        assertThat(sdk.value("getTextTracks")).asString().contains("language=en", "language=de", "kind=subtitles");
        assertThat(sdk.value("getAudioTracks")).asString().contains("kind=main", "kind=descriptions", "enabled=true");
        assertThat(sdk.value("getQualities")).asInstanceOf(LIST).hasSize(4);
        assertThat(sdk.value("getChapters")).asInstanceOf(LIST).isEmpty();
        assertThat(sdk.value("getCurrentChapter")).isNull();
        assertThat(sdk.value("getCuePoints")).asInstanceOf(LIST).isEmpty();
        assertThat(sdk.value("getColors"))
                .asInstanceOf(LIST)
                .allMatch(color -> color.toString().matches("[0-9a-f]{6}"));
    }

    @Test
    void thatThePictureWaitsForMoreIsTold() {
        var sdk = open();
        var held = new ConcurrentLinkedQueue<Route>();
        sdk.page().route(LATE, held::add);
        sdk.value("play");
        sdk.heard("playing");
        sdk.forget();

        // What is not there yet is not there when this is answered, either.
        sdk.page().evaluate("() => void players[0].setCurrentTime(50)");
        sdk.heard("bufferstart");
        sdk.page().unroute(LATE);
        held.forEach(Route::resume);

        sdk.heard("bufferend");
        sdk.until("async () => (await ask(0, 'getCurrentTime', [])).value > 50");
    }

    /** A browser without a screen opens no window and knows no device, so its own events are made for it. */
    @Test
    void thatThePictureIsShownElsewhereIsTold() {
        var sdk = open();
        sdk.value("play");
        sdk.heard("playing");

        sdk.frame().evaluate("""
                () => {
                  const video = document.querySelector('video');
                  for (const name of ['enterpictureinpicture', 'leavepictureinpicture']) video.dispatchEvent(new Event(name));
                  for (const name of ['connecting', 'connect', 'disconnect']) video.remote.dispatchEvent(new Event(name));
                }""");

        for (var event : List.of(
                "enterpictureinpicture",
                "leavepictureinpicture",
                "remoteplaybackconnecting",
                "remoteplaybackconnect",
                "remoteplaybackdisconnect")) {
            sdk.heard(event);
        }
    }

    /** The page listens to all that the documentation names, which is refused for none. */
    @Test
    void whatNeverHappensMayBeListenedToAsWell() {
        var sdk = open();
        sdk.value("play");
        sdk.heard("playing");

        assertThat(sdk.page().evaluate("() => heard.error ?? []"))
                .asInstanceOf(LIST)
                .isEmpty();
    }

    @Test
    void whoListensNoMoreIsNotTold() {
        var sdk = open();
        sdk.page().evaluate("""
                () => {
                  window.told = [];
                  const stopped = () => told.push('stopped');
                  players[0].on('playbackratechange', stopped);
                  players[0].on('playbackratechange', ({ playbackRate }) => told.push(playbackRate));
                  players[0].off('playbackratechange', stopped);
                }""");

        sdk.value("setPlaybackRate", 1.5);
        sdk.page().waitForFunction("() => told.includes(1.5)");
        sdk.value("setPlaybackRate", 2);
        sdk.page().waitForFunction("() => told.includes(2)");

        // Whatever was told of it came before this answer.
        sdk.value("getPlaybackRate");
        assertThat(sdk.page().evaluate("() => told")).isEqualTo(List.of(1.5, 2));
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
        var sdk = open(AtVimeo.address(number));
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
        var sdk = open(AtVimeo.address(number));

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
        // Nor leads anything but a press of the viewer's in the frame to other devices.
        assertThat(sdk.refusal("remotePlaybackPrompt")).isEqualTo("UnsupportedError");
        assertThat(sdk.value("getRemotePlaybackState")).isEqualTo("disconnected");
        assertThat(sdk.refusal("loadVideo", 1)).isEqualTo("NotFoundError");
        assertThat(sdk.refusal("loadVideo", "nothing")).isEqualTo("TypeError");
    }

    @Test
    void aVideoIsLoadedAnewUnloadedAndDestroyed() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        var sdk = open(AtVimeo.address(number));
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

    /** The one stretch that it answers, as its two ends. */
    private static List<Double> stretch(SdkPage sdk, String getter) {
        assertThat(sdk.value(getter)).as(getter).asInstanceOf(LIST).hasSize(1);
        return List.of(0, 1).stream()
                .map(end -> (Number) sdk.page()
                        .evaluate(
                                "async ([getter, end]) => (await players[0][getter]())[0][end]", List.of(getter, end)))
                .map(Number::doubleValue)
                .toList();
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

    /** An event of its own, driven from a partner's page. */
    final SdkPage open() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        return open(AtVimeo.address(number));
    }

    private SdkPage open(String address) {
        return open(devices().onDesk(), address);
    }
}
