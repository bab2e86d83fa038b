package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is shown after the last picture of a recording. */
@Beside
class EndScreenIT {
    private static final String TITLE = "What has an end";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whoHasSeenItAllMayWatchItAgainFromItsBeginning() {
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            var again = seenToItsEnd(page, "/embed/");
            assertThat(page.locator(".veil .title").innerText()).isEqualTo(TITLE);
            page.locator(".words").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            Watching.keep(page, "finished-" + page.viewportSize().width);

            again.click();

            Watching.on(page).untilItPlays();
            assertThat(time(page)).isLessThan(20);
            page.locator(".veil").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            page.close();
        }
    }

    @Test
    void whoGoesBackSeesThePictureThere() {
        var page = DEVICES.onDesk();
        seenToItsEnd(page, "/watch/");

        page.evaluate("() => { document.querySelector('video').currentTime = 30; }");

        page.locator(".veil").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    @Test
    void whoOpenedItInItsMidstBeginsAtTheBeginningToo() {
        var page = DEVICES.onDesk();
        page.navigate(address("/embed/") + "?t=40");
        Watching.on(page).pressPlay().untilItPlays();
        assertThat(time(page)).isGreaterThan(35);

        untilItsEnd(page).press("Enter");

        Watching.on(page).untilItPlays();
        assertThat(time(page)).isLessThan(20);
    }

    private static Locator seenToItsEnd(Page page, String place) {
        page.navigate(address(place));
        Watching.on(page).pressPlay().untilItPlays();
        return untilItsEnd(page);
    }

    private static Locator untilItsEnd(Page page) {
        page.evaluate("() => { const v = document.querySelector('video'); v.currentTime = v.duration - 2; }");
        Watching.on(page).untilItSays("finished");
        var again = page.locator("button:has-text('Watch again')");
        again.waitFor();
        return again;
    }

    private static double time(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('video').currentTime")).doubleValue();
    }

    private static String address(String place) {
        return Whole.onMicro().url()
                + place
                + anEvent().titled(TITLE).publishedBy(Whole.onMicro().as("organizer"));
    }
}
