package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How captions look to a viewer who has chosen it. */
@Beside
class CaptionStyleIT {
    private static final String KEPT = "() => localStorage.getItem('foyer.captions')";
    private static final String STYLES =
            "() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText)"
                    + ".filter(text => text.startsWith('video::cue')).join(' ')";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whatWasChosenIsSeenAtOnceAndOnTheNextVisitUntilItIsReset() {
        var page = DEVICES.onDesk();
        open(page);
        assertThat(page.evaluate(KEPT)).isNull();

        Watching.on(page).choose("captions", "Caption style");
        page.locator("media-captions-menu").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        page.locator("select[name=size]").selectOption("large");
        page.locator("select[name=ground]").selectOption("black");

        assertThat(styles(page.mainFrame())).contains("font-size: 150%").contains("background: rgb(0, 0, 0)");
        assertThat(Axe.findings(page.mainFrame())).isEmpty();
        Watching.keep(page, "caption-style-1440");

        page.reload();
        Watching.on(page).pressPlay().untilItPlays();
        page.waitForCondition(() -> styles(page.mainFrame()).contains("font-size: 150%"));

        Watching.on(page).choose("captions", "Caption style");
        page.locator(".caption-look [type=reset]").click();
        assertThat(page.evaluate(KEPT)).isNull();
        assertThat(styles(page.mainFrame())).doesNotContain("font-size");
    }

    /** On a phone, whose picture is hardly higher than what is to be chosen. */
    @Test
    void theKeyboardLeadsThereAndBack() {
        var page = DEVICES.onPhone();
        open(page);
        page.locator("media-captions-menu-button").press("Enter");
        page.locator("media-captions-menu:not([hidden]) media-chrome-menu-item[tabindex='0']")
                .waitFor();

        page.keyboard().press("End");
        page.keyboard().press("Enter");
        page.locator(".caption-look").waitFor();

        page.waitForFunction("() => document.activeElement.name === 'size'");
        assertThat(page.locator(".caption-look [type=submit]").boundingBox().y)
                .as("seen without scrolling")
                .isLessThan(page.locator("#stage").boundingBox().height);
        Watching.keep(page, "caption-style-360");
        page.keyboard().press("Escape");

        page.locator(".caption-look").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForFunction("() => document.activeElement.localName === 'media-captions-menu-button'");
    }

    private static void open(Page page) {
        page.navigate(Whole.onMicro().url() + "/watch/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")));
        Watching.on(page).pressPlay().untilItPlays();
        page.waitForFunction("() => document.querySelector('video').textTracks.length >= 2");
    }

    private static String styles(Frame frame) {
        return (String) frame.evaluate(STYLES);
    }
}
