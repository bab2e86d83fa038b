package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The class of our own script, by the methods that Vimeo's SDK has. */
@Beside
class EmbedClassIT {
    private static final String PARTNER = "https://partner.example/";

    private static final String ASK = """
            async ([method, values]) => {
              const late = new Promise((_, give) => setTimeout(() => give(new Error('There was no answer.')), 30000));
              try {
                return { value: (await Promise.race([player[method](...values), late])) ?? null };
              } catch ({ name, message }) {
                return { name, message };
              }
            }""";

    @RegisterExtension
    static final Devices DEVICES = new Devices(AsOnTheInternet::andPlayingUnasked);

    @Test
    void everythingThatItsTypesNameIsThereAndEveryGetterHasAnAnswer() {
        var types = Whole.onMicro().http().get("/embed.d.ts").expect(200).text();
        var named = Pattern.compile("^ {2}([a-z][A-Za-z]+)(?:<[^(]*>)?\\(", Pattern.MULTILINE)
                .matcher(types.substring(types.indexOf("export declare class Player")))
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("constructor"))
                .distinct()
                .toList();
        var page = open();

        assertThat(named).hasSizeGreaterThan(60);
        assertThat(page.evaluate("(named) => named.filter((name) => typeof player[name] !== 'function')", named))
                .asInstanceOf(LIST)
                .isEmpty();
        assertThat(named.stream().filter(name -> name.matches("get[A-Z].*") && !name.equals("getCameraProps")))
                .hasSizeGreaterThan(30)
                .allSatisfy(getter -> assertThat(answer(page, getter))
                        .as(getter)
                        .containsKey("value")
                        .doesNotContainKey("name"));
        for (var unsupported : List.of("getCameraProps", "setCameraProps", "setTimingSrc")) {
            assertThat(answer(page, unsupported, Map.of("yaw", 1))).containsEntry("name", "UnsupportedError");
        }
    }

    @Test
    void methodsAreCalledByTheirNamesToo() {
        var page = open();

        assertThat(value(page, "set", "volume", 0.25)).isEqualTo(0.25);
        assertThat(value(page, "get", "volume")).isEqualTo(0.25);
        assertThat(value(page, "get", "getVolume")).isEqualTo(0.25);
        assertThat(value(page, "callMethod", "setMuted", true)).isEqualTo(true);
        assertThat(value(page, "getMuted")).isEqualTo(true);
        assertThat(answer(page, "callMethod", "fly")).containsEntry("name", "UnsupportedError");
        assertThat(answer(page, "set", "volume")).containsEntry("name", "TypeError");
    }

    @Test
    void colorsAreSetTogether() {
        var page = open();
        var wished = List.of("101010", "00ffff", "ffffff", "222222");

        assertThat(value(page, "setColors", wished)).isEqualTo(wished);
        assertThat(value(page, "getColors")).isEqualTo(wished);
        assertThat(value(page, "getColor")).isEqualTo("00ffff");
        assertThat(answer(page, "setColors", "red")).containsEntry("name", "TypeError");
    }

    @Test
    void captionsAndSoundAreChosenAndMomentsAreTold() {
        var page = open();
        page.evaluate("() => { window.reached = []; player.on('cuepoint', (point) => reached.push(point)); }");

        assertThat(value(page, "enableTextTrack", "en")).asString().contains("language=en", "mode=showing");
        assertThat(value(page, "selectAudioTrack", "en")).asString().contains("enabled=true");
        var point = value(page, "addCuePoint", 1, Map.of("part", "overture"));
        assertThat(value(page, "getCuePoints")).asString().contains("overture", String.valueOf(point));
        value(page, "play");

        page.waitForFunction("() => reached.length");
        assertThat(page.evaluate("() => reached[0]"))
                .isEqualTo(Map.of("time", 1, "data", Map.of("part", "overture"), "id", String.valueOf(point)));
        page.waitForFunction("async () => (await player.getTextTracks()).some(({ mode }) => mode === 'showing')");
        assertThat(value(page, "removeCuePoint", String.valueOf(point))).isEqualTo(point);
        assertThat(answer(page, "removeCuePoint", "none")).containsEntry("name", "InvalidCuePoint");
        assertThat(answer(page, "enableTextTrack", "fr")).containsEntry("name", "InvalidTrackLanguageError");
        assertThat(answer(page, "enableTextTrack", "")).containsEntry("name", "TypeError");
        value(page, "disableTextTrack");
    }

    @Test
    void whoListensOnceIsToldOnceAndWhoListensNoMoreIsNot() {
        var page = open();
        page.evaluate("""
                async () => {
                  window.heard = [];
                  const stopped = () => heard.push('stopped');
                  player.once('volumechange', () => heard.push('once'));
                  player.on('volumechange', stopped);
                  player.on('volumechange', () => heard.push('on'));
                  player.off('volumechange', stopped);
                  await player.setVolume(0.5);
                  await player.setVolume(0.25);
                }""");

        page.waitForFunction("() => heard.filter((name) => name === 'on').length === 2");
        assertThat(page.evaluate("() => heard")).isEqualTo(List.of("once", "on", "on"));
        page.evaluate("""
                async () => {
                  player.off('volumechange');
                  await player.setVolume(0.75);
                  // Whatever was told of it came before this answer.
                  await player.getVolume();
                }""");
        assertThat(page.evaluate("() => heard.length")).isEqualTo(3);
    }

    @Test
    void theFrameFillsTheScreenByAClickOnThePage() {
        var page = open();
        page.evaluate("""
                () => {
                  window.filled = [];
                  player.on('fullscreenchange', ({ fullscreen }) => filled.push(fullscreen));
                  document.body.insertAdjacentHTML('beforeend', '<button id="full">Full screen</button>');
                  document.getElementById('full').onclick = () => player.requestFullscreen();
                  return player.ready();
                }""");

        page.click("#full");

        page.waitForFunction("() => filled[0] === true");
        assertThat(value(page, "getFullscreen")).isEqualTo(true);
        value(page, "exitFullscreen");
        page.waitForFunction("() => filled[1] === false");
        assertThat(value(page, "getFullscreen")).isEqualTo(false);
    }

    @Test
    void anotherEventTakesWhatThePageHasSetAndTheOptionsThatItIsGiven() {
        var page = open("data-foyer-color=\"ffaa00\" data-foyer-keyboard=\"0\"");
        var other = published("The other one");
        value(page, "setVolume", 0.25);
        value(page, "setPlaybackRate", 1.5);
        value(page, "setAutopause", false);
        value(page, "setLoop", true);

        assertThat(value(page, "loadVideo", Map.of("event", other, "autoplay", true, "loop", false)))
                .isEqualTo(other);

        page.waitForFunction("async () => (await player.getCurrentTime()) > 0.5");
        assertThat(value(page, "getVideoTitle")).isEqualTo("The other one");
        assertThat(value(page, "getVolume")).isEqualTo(0.25);
        assertThat(value(page, "getPlaybackRate")).isEqualTo(1.5);
        assertThat(value(page, "getAutopause")).isEqualTo(false);
        assertThat(value(page, "getLoop")).isEqualTo(false);
        assertThat(value(page, "getColor")).isEqualTo("ffaa00");
        assertThat(page.waitForSelector("iframe").contentFrame().url())
                .contains("keyboard=0")
                .doesNotContain("#");
    }

    private static Object value(Page page, String method, Object... values) {
        var answer = answer(page, method, values);
        if (answer.containsKey("name")) {
            throw new AssertionError(method + List.of(values) + " was refused: " + answer);
        }
        return Objects.requireNonNullElse(answer.get("value"), "nothing");
    }

    @SuppressWarnings("unchecked") // the script answers an object
    private static Map<String, Object> answer(Page page, String method, Object... values) {
        return (Map<String, Object>) page.evaluate(ASK, List.of(method, List.of(values)));
    }

    private static Page open() {
        return open("");
    }

    /** @param options of the element, as attributes */
    private static Page open(String options) {
        var event = published("An evening at the observatory");
        var page = DEVICES.onDesk();
        var body = "<div id=\"here\" data-foyer-event=\"%s\" %s></div><script src=\"%s/embed.js\"></script>"
                .formatted(event, options, Whole.onMicro().url());
        page.route(
                PARTNER,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody("<!DOCTYPE html><title>A partner’s page</title>" + body)));
        page.navigate(PARTNER);
        page.evaluate("() => { window.player = new Foyer.Player('here'); }");
        return page;
    }

    private static String published(String title) {
        return anEvent()
                .titled(title)
                .embeddedBy("https://partner.example")
                .publishedBy(Whole.onMicro().as("organizer"));
    }
}
