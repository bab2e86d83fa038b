package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the page's first step into the picture and through its controls, by a keyboard and nothing else. */
@Beside
class ControlsByKeyboardIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final Page page = DEVICES.onDesk();
    private final Keyboard keys = new Keyboard(page, page.mainFrame());

    @Test
    void whatAPointerDoesTheKeyboardDoes() {
        page.navigate(Whole.onMicro().url() + "/embed/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")));
        keys.on("[data-play]").press("Enter");
        Watching.on(page).untilItPlays();
        page.locator("media-play-button").waitFor();

        keys.on("media-time-range");
        var before = number("currentTime");
        keys.press("ArrowRight");
        page.waitForFunction("(before) => document.querySelector('video').currentTime > before + 3", before);

        keys.on("media-play-button").press("Space");
        page.locator("media-play-button[mediapaused]").waitFor();
        keys.press("Space");
        page.waitForFunction("() => !document.querySelector('video').paused");

        keys.on("media-mute-button").press("Enter");
        page.locator("media-mute-button[mediavolumelevel=off]").waitFor();
        keys.press("Enter");
        // As long as the control takes it to be muted, there is no way down from nothing.
        page.locator("media-volume-range:not([mediamuted])").waitFor();
        keys.on("media-volume-range").press("ArrowLeft");
        page.waitForFunction("() => document.querySelector('video').volume < 1");

        chooses("audio-track", "() => document.querySelector('video').soundtracks.list[1].enabled");
        chooses("playback-rate", "() => document.querySelector('video').playbackRate !== 1");

        keys.press("Shift+?");
        page.locator(".keys-list [name=keys]:focus").waitFor();
        assertThat(Axe.findings(page.mainFrame())).isEmpty();
        keys.press("Escape");
        assertThat(page.locator(".keys-list").count()).isZero();

        keys.on("media-fullscreen-button").press("Enter");
        page.locator("media-fullscreen-button[mediaisfullscreen]").waitFor();
        assertThat(page.evaluate("() => document.fullscreenElement?.id")).isEqualTo("stage");
        keys.press("Enter");
        page.waitForFunction("() => !document.fullscreenElement");
        Watching.on(page).untilItPlays();
    }

    /** The next entry of this menu; the focus comes back to its button. */
    private void chooses(String menu, String done) {
        var button = "media-" + menu + "-menu-button";
        keys.on(button).press("Enter");
        page.locator("media-" + menu + "-menu:not([hidden]) media-chrome-menu-item:focus")
                .waitFor();
        keys.press("ArrowDown").press("Enter");
        page.waitForFunction(done);
        keys.press("Escape");
        page.waitForFunction("(button) => document.activeElement.localName === button", button);
    }

    private double number(String property) {
        return ((Number) page.evaluate("(property) => document.querySelector('video')[property]", property))
                .doubleValue();
    }
}
