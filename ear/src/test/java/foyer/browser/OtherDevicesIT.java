package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.OwnMedia;
import foyer.whole.Whole;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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

    private static final String CAST = ".cast";
    private static final String NO_DEVICE = "No device was found that plays this. It goes on here.";

    /** A device that takes whatever it is sent at once, and is left by the next prompt (W3C, Remote Playback API). */
    private static final String A_DEVICE = """
            let state = 'disconnected';
            Object.defineProperty(RemotePlayback.prototype, 'state', { get: () => state });
            RemotePlayback.prototype.prompt = async function () {
              const turn = (to, name) => {
                state = to;
                this.dispatchEvent(new Event(name));
              };
              if (state === 'connected') return turn('disconnected', 'disconnect');
              turn('connecting', 'connecting');
              turn('connected', 'connect');
            };
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
            assertThat(tooWide(page)).isEqualTo(0);
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

    @Test
    void whereTheBrowserKnowsNoneThereIsNoButton() {
        var page = DEVICES.onDesk();
        page.addInitScript("delete RemotePlayback.prototype.prompt;");
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
        assertThat(page.locator(CAST).isVisible()).isFalse();
        assertThat(page.locator("video > source").count()).isZero();
    }

    /** What Chromium itself does here, where it knows of no device: it is asked, and refuses. */
    @Test
    void whereNoDeviceTakesItThePictureGoesOnAndTheViewerIsToldSo() {
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            var sent = sent(page);
            playing(page);
            page.locator(CAST).waitFor();
            assertThat(tooWide(page)).isEqualTo(0);
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            assertThat(sent).isEmpty();
            var second = second(page);

            page.locator(CAST).press("Enter");

            page.locator(".cast-note:text-is('" + NO_DEVICE + "')").waitFor();
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            Watching.keep(page, "cast-refused-" + page.viewportSize().width);
            page.waitForFunction("() => document.querySelector('video').src.startsWith('blob:')");
            Watching.on(page).untilItPlays();
            assertThat(second(page)).isBetween(second, second + 30);
            assertThat(sent)
                    .isNotEmpty()
                    .allSatisfy(address ->
                            assertThat(at(address)).isEqualTo(Whole.sandbox().origin() + "/recorded/demo/master.m3u8"));
            assertThat(page.locator("[data-cast]").count()).isZero();
            page.locator(".cast-note:empty")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        }
    }

    /** Of a picture that is ours, so that the address carries the viewer's right. */
    @Test
    void whileADevicePlaysThePageSaysSoAndStillControlsIt() {
        var server = Whole.onMicro();
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            page.addInitScript(A_DEVICE);
            var sent = sent(page);
            playing(page, anEvent().showing(OwnMedia.recordingOn(server.url())).publishedBy(server.as("organizer")));
            page.locator("media-rendition-menu-button").waitFor();
            var second = second(page);

            page.locator(CAST).press("Enter");
            page.locator(".cast-note:text-is('Plays on another device')").waitFor();

            assertThat(page.locator(CAST).getAttribute("aria-label")).isEqualTo("Stop casting");
            assertThat(sent).first().asString().contains("%2Ft%2F");
            page.waitForFunction("() => document.querySelector('video').src.includes('/stream/')");
            page.locator("media-rendition-menu-button").waitFor(hidden());
            page.locator("media-audio-track-menu-button").waitFor(hidden());
            assertThat(Axe.findings(page.mainFrame())).isEmpty();
            Watching.keep(page, "cast-" + page.viewportSize().width);
            Watching.on(page).untilItPlays();
            assertThat(second(page)).isBetween(second, second + 30);
            page.locator("media-play-button").press("Enter");
            page.waitForFunction("() => document.querySelector('video').paused");
            var reached = second(page);

            page.locator(CAST).press("Enter");
            page.waitForFunction("() => document.querySelector('video').src.startsWith('blob:')");
            page.waitForFunction("() => document.querySelector('video').readyState > 1");

            assertThat(page.evaluate("() => document.querySelector('video').paused"))
                    .isEqualTo(true);
            assertThat(second(page)).isBetween(reached - 1, reached + 1);
            assertThat(page.locator(".cast-note").textContent()).isEmpty();
            page.locator("media-rendition-menu-button").waitFor();
            page.locator("media-play-button").press("Enter");
            Watching.on(page).untilItPlays();
        }
    }

    @Test
    void aBackgroundHasNone() {
        var page = DEVICES.onDesk();
        page.navigate(Whole.onMicro().url() + "/embed/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")) + "?background=1");
        Watching.on(page).untilItPlays();

        assertThat(page.evaluate("() => 'casting' in document.querySelector('video')"))
                .isEqualTo(false);
    }

    private static List<String> sent(Page page) {
        var sent = new CopyOnWriteArrayList<String>();
        page.onRequest(request -> {
            if (request.url().contains("/stream/")) {
                sent.add(request.url());
            }
        });
        return sent;
    }

    /** To which picture this leads. */
    private static String at(String address) {
        return URLDecoder.decode(address.substring(address.indexOf("?at=") + 4), StandardCharsets.UTF_8);
    }

    private static Locator.WaitForOptions hidden() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN);
    }

    private static double second(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('video').currentTime")).doubleValue();
    }

    /** How many bars, and times in them, have more than they have room for. */
    private static Object tooWide(Page page) {
        return page.evaluate(
                "() => [...document.querySelectorAll('media-control-bar, media-control-bar media-time-display')]"
                        + ".filter((one) => one.scrollWidth > one.clientWidth + 1).length");
    }

    private static void playing(Page page) {
        playing(page, anEvent().publishedBy(Whole.onMicro().as("organizer")));
    }

    private static void playing(Page page, String event) {
        page.navigate(Whole.onMicro().url() + "/embed/" + event);
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
