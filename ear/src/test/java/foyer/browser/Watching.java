package foyer.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Build;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The player in a page or in a frame of one, as a viewer uses it. */
final class Watching {
    private static final double PATIENCE = 45_000;
    private static final double AT_ONCE = 5_000;

    /** Often enough. Unless told, Playwright asks at each frame, and has Chromium draw sixty of them a second for that. */
    private static final double NOW_AND_THEN = 100;

    /** Longer than the countdowns of these tests. */
    private static final double UNTIL_IT_BEGINS = 90_000;

    /** What the server wrote is not yet as the script leaves it: there may be no button so far, and nothing on its way. */
    private static final String ASKS_OR_BEGINS = """
            () => {
              const stage = document.querySelector('#stage');
              return stage?.querySelector('[data-play]')?.checkVisibility()
                || ['loading', 'playing', 'retrying'].includes(stage?.dataset.state);
            }""";

    private static final int MOST_TRIES = 5;

    private final Frame frame;

    Watching(Frame frame) {
        this.frame = frame;
    }

    static Watching on(Page page) {
        return new Watching(page.mainFrame());
    }

    /** The player that a partner's page holds. */
    static Watching in(Page partner) {
        var frame = partner.waitForSelector("iframe").contentFrame();
        frame.waitForLoadState();
        return new Watching(frame);
    }

    Frame frame() {
        return frame;
    }

    Watching pressPlay() {
        var soon = new Locator.ClickOptions().setTimeout(PATIENCE);
        Press.on(frame, () -> frame.locator("[data-play]").click(soon));
        return this;
    }

    /** Presses where that is asked for; for who was let in just now it begins by itself. */
    Watching begin() {
        frame.waitForFunction(ASKS_OR_BEGINS, null, patiently());
        return frame.locator("#stage [data-play]").isVisible() ? pressPlay() : this;
    }

    Watching afterTheCountdown() {
        frame.locator(".countdown")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.HIDDEN)
                        .setTimeout(UNTIL_IT_BEGINS));
        return this;
    }

    /** Waits until the picture has moved on by a second from where it is. */
    Watching untilItPlays() {
        frame.waitForFunction(
                "() => { const v = document.querySelector('video');"
                        + " window.seenFrom ??= v.currentTime > 0 ? v.currentTime : undefined;"
                        + " return window.seenFrom !== undefined && v.currentTime > window.seenFrom + 1; }",
                null,
                patiently());
        frame.evaluate("() => { window.seenFrom = undefined; }");
        return this;
    }

    private static Frame.WaitForFunctionOptions patiently() {
        return new Frame.WaitForFunctionOptions().setTimeout(PATIENCE).setPollingInterval(NOW_AND_THEN);
    }

    void untilItSays(String state) {
        frame.locator("#stage[data-state=" + state + "]")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(PATIENCE));
    }

    /** @param menu of the controls: captions, rendition or playback-rate */
    Watching choose(String menu, String choice) {
        var button = frame.locator("media-" + menu + "-menu-button");
        var item = frame.locator("media-%s-menu media-chrome-menu-item:has-text('%s')".formatted(menu, choice))
                .first();
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            if (!item.isVisible()) {
                Press.on(frame, button::click);
            }
            try {
                Press.on(frame, () -> item.click(new Locator.ClickOptions().setTimeout(AT_ONCE)));
                return this;
            } catch (TimeoutError closed) {
                // media-chrome makes its list anew when the picture's height changes, and closes it by that.
            }
        }
        throw new AssertionError("The menu %s closed %d times.".formatted(menu, MOST_TRIES));
    }

    /** All that this menu offers. */
    List<String> choices(String menu) {
        return frame.locator("media-" + menu + "-menu media-chrome-menu-item").allTextContents().stream()
                .map(String::strip)
                .toList();
    }

    /** Waits until one of these texts can be read over the picture, or in its place. */
    void untilItReads(String... texts) {
        frame.locator(".words")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile(String.join("|", texts))))
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE));
    }

    /** Keeps what is to be seen among the build's output. */
    static Path keep(Page page, String name) {
        var file = Build.output().resolve("screenshots").resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }
}
