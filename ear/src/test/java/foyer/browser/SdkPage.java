package foyer.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A partner's page that drives an embed by the class that Vimeo's SDK has, and keeps what it is told. */
final class SdkPage {
    static final String ORIGIN = "https://partner.example";

    private static final double PATIENCE = 45_000;

    /** All that the SDK's documentation names. */
    private static final String SCRIPT = """
            window.heard = {};
            const EVENTS = 'play playing pause ended timeupdate progress seeking seeked texttrackchange chapterchange cuechange'
              + ' cuepoint loaded loadedmetadata volumechange playbackratechange qualitychange fullscreenchange camerachange resize'
              + ' enterpictureinpicture leavepictureinpicture error bufferstart bufferend durationchange'
              + ' remoteplaybackavailabilitychange remoteplaybackconnecting remoteplaybackconnect remoteplaybackdisconnect'
              + ' interactivehotspotclicked interactiveoverlaypanelclicked';
            window.players = [...document.querySelectorAll('iframe')].map((frame) => new Vimeo.Player(frame));
            for (const name of EVENTS.split(' ')) players[0].on(name, (data) => (heard[name] ??= []).push(data ?? null));
            window.ask = async (which, method, values) => {
              const late = new Promise((_, give) => setTimeout(() => give(new Error('There was no answer.')), 30000));
              try {
                return { value: (await Promise.race([players[which][method](...values), late])) ?? null };
              } catch ({ name, message }) {
                return { name, message };
              }
            };""";

    /** Unlike Playwright's own waiting it waits for the answers, too. */
    private static final String UNTIL = """
            async ([script, most]) => {
              const late = Date.now() + most;
              while (!(await eval(script)())) {
                if (Date.now() > late) throw new Error(`It did not come to ${script}`);
                await new Promise((later) => setTimeout(later, 100));
              }
            }""";

    private final Page page;

    private SdkPage(Page page) {
        this.page = page;
    }

    /**
     * @param sdk the script that has the class
     * @param addresses of the embeds on it
     */
    static SdkPage open(Page page, Route.FulfillOptions sdk, String... addresses) {
        page.route(ORIGIN + "/player.js", route -> route.fulfill(sdk));
        page.route(
                ORIGIN + "/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(markup(addresses))));
        page.navigate(ORIGIN + "/");
        page.evaluate(SCRIPT);
        return new SdkPage(page);
    }

    /** What the first player answers; fails where it refuses. */
    @Nullable
    Object value(String method, Object... values) {
        return valueOf(0, method, values);
    }

    /** @param which of the embeds */
    @Nullable
    Object valueOf(int which, String method, Object... values) {
        var answer = answer(which, method, values);
        if (answer.containsKey("name")) {
            throw new AssertionError(method + List.of(values) + " was refused: " + answer);
        }
        return answer.get("value");
    }

    double number(String method) {
        return ((Number) Objects.requireNonNull(value(method))).doubleValue();
    }

    /** The name of the first player's refusal; fails where it has an answer. */
    String refusal(String method, Object... values) {
        var answer = answer(0, method, values);
        if (!answer.containsKey("name")) {
            throw new AssertionError(method + List.of(values) + " was answered: " + answer);
        }
        return String.valueOf(answer.get("name"));
    }

    /** Waits until the first player has told of it, and answers what it told last. */
    Object heard(String event) {
        page.waitForFunction(
                "(name) => heard[name]?.length", event, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
        return Objects.requireNonNull(page.evaluate("(name) => ({ last: heard[name].at(-1) })", event));
    }

    void forget() {
        page.evaluate("() => { heard = {}; }");
    }

    /** Waits until this script of the page, which may ask its players, answers what is true. */
    void until(String script) {
        page.evaluate(UNTIL, List.of(script, PATIENCE));
    }

    Page page() {
        return page;
    }

    /** The document in the first embed. */
    Frame frame() {
        return page.waitForSelector("iframe").contentFrame();
    }

    @SuppressWarnings("unchecked") // the script answers an object
    private Map<String, Object> answer(int which, String method, Object... values) {
        return (Map<String, Object>) Objects.requireNonNull(page.evaluate(
                "([which, method, values]) => ask(which, method, values)", List.of(which, method, List.of(values))));
    }

    private static String markup(String... addresses) {
        var frames = new StringBuilder();
        for (var address : addresses) {
            frames.append(
                    "<iframe src=\"%s\" width=\"640\" height=\"360\" allow=\"autoplay; fullscreen; picture-in-picture\" allowfullscreen></iframe>"
                            .formatted(address.replace("&", "&amp;")));
        }
        return "<!DOCTYPE html><title>A partner’s page</title>" + frames
                + "<button id=\"full\" onclick=\"players[0].requestFullscreen()\">Full screen</button>"
                + "<script src=\"/player.js\"></script>";
    }
}
