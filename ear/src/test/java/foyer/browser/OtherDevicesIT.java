package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.whole.Beside;
import foyer.whole.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The picture on a device beside the browser's: where the browser knows such devices, and has found one. */
@Beside
class OtherDevicesIT {
    private static final String BUTTON = "media-airplay-button";

    /** As much of WebKit's interface as pages touch (Apple, "Adding an AirPlay button to your Safari media controls"). */
    private static final String AS_APPLES = """
            window.WebKitPlaybackTargetAvailabilityEvent = class extends Event {
              constructor(availability) {
                super('webkitplaybacktargetavailabilitychanged');
                this.availability = availability;
              }
            };
            HTMLMediaElement.prototype.webkitShowPlaybackTargetPicker = function () { window.picking = this; };
            RemotePlayback.prototype.watchAvailability = async () => 0;
            """;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void whereADeviceIsFoundAButtonOffersItAndIsGivenAnAddress() {
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            page.addInitScript(AS_APPLES);
            playing(page);
            // WebKit tells by the same event, at once, that there is none.
            finds(page, "not-available");
            page.waitForCondition(() -> !page.locator(BUTTON).isVisible());

            finds(page, "available");
            page.locator(BUTTON).waitFor();
            assertThat(page.evaluate("() => [...document.querySelectorAll('media-control-bar')]"
                            + ".filter((bar) => bar.scrollWidth > bar.clientWidth).length"))
                    .isEqualTo(0);
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            Watching.keep(page, "airplay-" + page.viewportSize().width);
            page.locator(BUTTON).press("Enter");

            page.waitForFunction("() => window.picking === document.querySelector('video')");
            assertThat(page.locator("video > source[type='application/vnd.apple.mpegurl']")
                            .getAttribute("src"))
                    .contains(".m3u8");
            Watching.on(page).untilItPlays();
            finds(page, "not-available");
            page.waitForCondition(() -> !page.locator(BUTTON).isVisible());
        }
    }

    /** Chromium casts nothing that is played by MediaSource (docs/adr/0030). */
    @Test
    void whereTheBrowserKnowsNoneThereIsNoButton() {
        var page = DEVICES.onDesk();
        playing(page);

        // A button, and the address beside it, would be there once the server has answered, and two frames are drawn.
        page.evaluate("""
                async () => {
                  const found = new Event('webkitplaybacktargetavailabilitychanged');
                  document.querySelector('video').dispatchEvent(Object.assign(found, { availability: 'available' }));
                  await (await fetch(location.href)).text();
                  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
                }
                """);

        assertThat(page.locator(BUTTON).isVisible()).isFalse();
        assertThat(page.locator("video > source").count()).isZero();
    }

    private static void playing(Page page) {
        page.navigate(Whole.onMicro().url() + "/embed/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")));
        Watching.on(page).pressPlay().untilItPlays();
        page.locator("media-mute-button").waitFor();
    }

    private static void finds(Page page, String availability) {
        page.evaluate(
                "(found) => document.querySelector('video')"
                        + ".dispatchEvent(new WebKitPlaybackTargetAvailabilityEvent(found))",
                availability);
    }
}
