package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages that were made for Vimeo: several embeds, other events, addresses with wishes, and messages that are none. */
@Beside
class VimeoPagesIT {
    @RegisterExtension
    static final Devices DEVICES = new Devices(AtVimeo::switches);

    @Test
    void anotherEventTakesTheFrameOverAndIsDrivenOn() {
        var first = AtVimeo.number();
        AtVimeo.published(anEvent().titled("The first"), first);
        var second = AtVimeo.number();
        AtVimeo.published(anEvent().titled("The second"), second);
        var elsewhere = AtVimeo.number();
        anEvent().with("vimeoId", elsewhere).publishedBy(Whole.onMicro().as("organizer"));
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(first));
        sdk.value("play");
        sdk.forget();

        assertThat(sdk.refusal("loadVideo", Integer.parseInt(elsewhere))).isEqualTo("PrivacyError");
        assertThat(sdk.value("loadVideo", Integer.parseInt(second))).isEqualTo(Integer.parseInt(second));

        assertThat(sdk.heard("loaded")).isEqualTo(Map.of("last", Map.of("id", Integer.parseInt(second))));
        assertThat(sdk.value("getVideoTitle")).isEqualTo("The second");
        sdk.value("play");
        sdk.heard("playing");
    }

    @Test
    void whoMustGetInFirstIsToldSo() {
        var mail = AtVimeo.number();
        AtVimeo.published(Offers.byMail(), mail);
        var password = AtVimeo.number();
        AtVimeo.published(Offers.bySharedPassword(), password);

        assertThat(AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(mail)).refusal("play"))
                .isEqualTo("PrivacyError");
        assertThat(AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(password)).refusal("play"))
                .isEqualTo("PasswordError");
    }

    @Test
    void whoAsksForWhatIsOverOrCancelledIsToldSo() {
        var over = AtVimeo.number();
        AtVimeo.published(Offers.bySharedPassword().without("videoConfig").lasting(in(-7200), in(-3600)), over);
        var cancelled = AtVimeo.number();
        var event = AtVimeo.published(anEvent().titled("Called off"), cancelled);
        Whole.onMicro().as("organizer").post("/api/events/" + event + "/cancel").expect(200);

        for (var number : List.of(over, cancelled)) {
            var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));

            assertThat(sdk.refusal("play")).isEqualTo("NotFoundError");
            assertThat(sdk.value("getVideoId")).isEqualTo(Integer.parseInt(number));
        }
    }

    @Test
    void onlyThePageAroundIsHeardAndWhatIsNoRequestIsIgnored() {
        var sdk = open();
        sdk.value("getVolume");

        sdk.page().evaluate("""
                async () => {
                  const player = document.querySelector('iframe').contentWindow;
                  const other = document.body.appendChild(document.createElement('iframe'));
                  other.contentWindow.player = player;
                  other.contentWindow.eval("player.postMessage({ method: 'setVolume', value: 0.1 }, '*')");
                  for (const wrong of [null, 7, '', '{', '[]', {}, { method: {} }, new Map(), new Blob(['x'])]) player.postMessage(wrong, '*');
                  const endless = { method: 'setVolume', value: 0.1 };
                  endless.value = endless;
                  player.postMessage(endless, '*');
                  player.postMessage({ method: 'setVolume', value: 0.1, more: 'x'.repeat(1_000_000) }, '*');
                  player.postMessage(JSON.stringify({ method: 'setVolume', value: 0.1, more: 'x'.repeat(1_000_000) }), '*');
                }""");

        assertThat(sdk.value("getVolume")).isEqualTo(1);
    }

    @Test
    void twoEmbedsOfTwoEventsAreDrivenApartAndOneStopsTheOther() {
        var first = AtVimeo.number();
        AtVimeo.published(anEvent().titled("One"), first);
        var second = AtVimeo.number();
        AtVimeo.published(anEvent().titled("Another"), second);
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(first), AtVimeo.address(second));

        assertThat(sdk.valueOf(0, "getVideoTitle")).isEqualTo("One");
        assertThat(sdk.valueOf(1, "getVideoTitle")).isEqualTo("Another");
        sdk.valueOf(0, "play");
        sdk.valueOf(1, "setVolume", 0.5);
        assertThat(sdk.valueOf(0, "getVolume")).isEqualTo(1);
        sdk.valueOf(1, "play");

        sdk.heard("pause");
        assertThat(sdk.valueOf(0, "getPaused")).isEqualTo(true);
        assertThat(sdk.valueOf(1, "getPaused")).isEqualTo(false);
    }

    @Test
    void inAPageWithoutScriptsOneStopsTheOtherToo() {
        var page = DEVICES.onDesk();
        var frames = IntStream.range(0, 2)
                .mapToObj(one -> {
                    var number = AtVimeo.number();
                    AtVimeo.published(anEvent(), number);
                    return "<iframe src=\"%s\" width=\"640\" height=\"360\" allow=\"autoplay\"></iframe>"
                            .formatted(AtVimeo.address(number));
                })
                .collect(Collectors.joining());
        page.route(
                SdkPage.ORIGIN + "/",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!DOCTYPE html><title>Partner</title>" + frames)));
        page.navigate(SdkPage.ORIGIN + "/");
        var first = new Watching(page.frames().get(1));
        var second = new Watching(page.frames().get(2));

        first.pressPlay().untilItPlays();
        second.pressPlay().untilItPlays();

        page.frames().get(1).waitForFunction("() => document.querySelector('video').paused");
        second.untilItPlays();
    }

    @Test
    void theAddressHasItsWishesGranted() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        var sdk = AtVimeo.open(
                DEVICES.onDesk(),
                AtVimeo.address(number) + "?h=abc&autoplay=1&muted=1&loop=1&color=ffaa00&title=0&t=10"
                        + "&keyboard=0&speed=0&pip=0&autopause=0");

        sdk.until("async () => (await ask(0, 'getCurrentTime', [])).value > 10");
        assertThat(sdk.value("getMuted")).isEqualTo(true);
        assertThat(sdk.value("getLoop")).isEqualTo(true);
        assertThat(sdk.value("getColor")).isEqualTo("ffaa00");
        assertThat(sdk.value("getAutopause")).isEqualTo(false);
        sdk.frame()
                .locator("media-controller[nohotkeys]")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        sdk.frame().locator("media-fullscreen-button").waitFor();
        for (var left : List.of("media-playback-rate-menu-button", "media-pip-button")) {
            assertThat(sdk.frame().locator(left).isVisible()).as(left).isFalse();
        }
    }

    @Test
    void theAddressChoosesQualityAndCaptions() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        var sdk = AtVimeo.open(
                DEVICES.onDesk(), AtVimeo.address(number) + "?autoplay=1&muted=1&quality=300p&texttrack=de&controls=0");

        sdk.until("async () => (await ask(0, 'getVideoHeight', [])).value === 240");
        sdk.until("async () => (await ask(0, 'getTextTracks', [])).value"
                + ".some(({ language, mode }) => language === 'de' && mode === 'showing')");
        assertThat(sdk.value("getQuality")).isEqualTo("240p");
        assertThat(sdk.frame().locator("#stage[data-bare]").count()).isOne();
        assertThat(sdk.frame().locator("media-control-bar").all()).noneMatch(Locator::isVisible);
    }

    @Test
    void aBackgroundPlaysInSilenceWithoutControlsAndBeginsAnew() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        var sdk = AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number) + "?background=1");

        sdk.until("async () => (await ask(0, 'getCurrentTime', [])).value > 0.5");
        assertThat(sdk.value("getMuted")).isEqualTo(true);
        assertThat(sdk.value("getLoop")).isEqualTo(true);
        assertThat(sdk.frame().locator("media-control-bar").all()).noneMatch(Locator::isVisible);
        assertThat(sdk.frame().locator("#stage[data-untitled]").count()).isOne();
        sdk.value("setCurrentTime", sdk.number("getDuration") - 0.5);

        sdk.until(
                "async () => { const { value } = await ask(0, 'getCurrentTime', []); return value > 0.5 && value < 10; }");
        assertThat(sdk.value("getPaused")).isEqualTo(false);
    }

    @Test
    void aNumberThatNoEventHasIsToldKindly() {
        var number = AtVimeo.number();
        anEvent().with("vimeoId", number).createdBy(Whole.onMicro().as("organizer"));

        for (var unknown : List.of(number, AtVimeo.number(), "0", "x", "1/2", "123456789012345678901")) {
            var answer = Whole.onMicro().http().get("/video/" + unknown).expect(404);
            assertThat(answer.header("Content-Type")).startsWith("text/html");
        }
    }

    private static SdkPage open() {
        var number = AtVimeo.number();
        AtVimeo.published(anEvent(), number);
        return AtVimeo.open(DEVICES.onDesk(), AtVimeo.address(number));
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }
}
