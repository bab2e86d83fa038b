package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Route;
import foyer.whole.Whole;
import jakarta.json.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a page is told of, and when. */
interface SdkHappeningsContract extends SdkDriven {
    /** The pieces of the picture and the sound from its fortieth second on. */
    Pattern LATE = Pattern.compile(".*/segment-2\\d\\.m4s.*");

    @Test
    default void thatThePictureWaitsForMoreIsTold() {
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
    default void thatThePictureIsShownElsewhereIsTold() {
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
    default void whatNeverHappensMayBeListenedToAsWell() {
        var sdk = open();
        sdk.value("play");
        sdk.heard("playing");

        assertThat(sdk.page().evaluate("() => heard.error ?? []"))
                .asInstanceOf(LIST)
                .isEmpty();
    }

    @Test
    default void whoListensNoMoreIsNotTold() {
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
    default void chaptersAreNamedAndToldOf() {
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
    default void cuePointsAreReached() {
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
}
