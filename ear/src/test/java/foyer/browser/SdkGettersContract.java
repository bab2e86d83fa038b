package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page may ask has an answer. */
interface SdkGettersContract extends SdkDriven {
    List<String> OWN_METHODS =
            List.of("constructor", "callMethod", "get", "set", "on", "once", "off", "ready", "setTimingSrc");

    @Test
    default void everyGetterHasAnAnswerBeforeAnythingIsLoaded() {
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
    default void everyGetterTellsHowItStandsOnceItPlays() {
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
}
