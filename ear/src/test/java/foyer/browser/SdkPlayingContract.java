package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page may do with the picture. */
interface SdkPlayingContract extends SdkDriven {
    @Test
    default void thePictureIsPlayedStoppedAndMoved() {
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
    default void soundAndSpeedAreSet() {
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
    default void colorsAreSet() {
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
    default void theScreenIsFilledByAClick() {
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
    default void whatAStreamOrABrowserCannotDoIsRefusedByName() {
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
    default void aVideoIsLoadedAnewUnloadedAndDestroyed() {
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
}
