package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The controls come after the first picture, which they would make wait. */
@Beside
class ControlsIT {
    private static final Pattern CONTROLS = Pattern.compile(".*/controls-[A-Z0-9]+\\.js");

    /** What of all that was there has been moved since. */
    private static final String MOVED = """
            (since) => new Promise((resolve) => {
              const named = ({ node }) => node?.outerHTML?.slice(0, 80) ?? 'something';
              new PerformanceObserver((list) => resolve(list.getEntries().filter(({ startTime }) => startTime > since).flatMap(({ sources }) => sources.map(named))))
                  .observe({ type: 'layout-shift', buffered: true });
              setTimeout(() => resolve([]), 500);
            })""";

    /** Which controls, and words on them, are not whole within the page. */
    private static final String BELOW_THE_FRAME = """
            () => [...document.querySelectorAll('media-control-bar > *, media-live-button span')]
                .filter((control) => control.getBoundingClientRect().bottom > innerHeight || control.getBoundingClientRect().right > innerWidth)
                .map(({ localName }) => localName)""";

    private static final String SHOWN = """
            () => [...document.querySelectorAll('media-control-bar > :not(.space)')]
                .filter((control) => control.checkVisibility())
                .map(({ localName }) => localName)""";

    /** Which of those that are shown are too small for a finger, or have another one of their bar over them. */
    private static final String OUT_OF_REACH = """
            () => [...document.querySelectorAll('media-control-bar > :not(.space)')]
                .filter((control) => control.checkVisibility())
                .map((control) => ({ control, place: control.getBoundingClientRect() }))
                .filter(({ control, place }, _, all) => place.width < 24 || place.height < 24
                    || all.some((other) => other.control !== control && other.control.parentNode === control.parentNode
                        && other.place.left < place.right - 1 && place.left < other.place.right - 1
                        && other.place.top < place.bottom - 1 && place.top < other.place.bottom - 1))
                .map(({ control }) => control.localName)""";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void theyAreFetchedWhenThePictureIsThereAndMoveNothing() {
        for (var device : DEVICES.both()) {
            var page = device.newPage();
            var asked = new ConcurrentLinkedQueue<String>();
            var held = new ConcurrentLinkedQueue<Route>();
            page.onRequest(request -> asked.add(request.url()));
            page.route("**/master.m3u8", held::add);
            page.navigate(anAddress());
            Watching.on(page).pressPlay();
            page.waitForCondition(() -> !held.isEmpty());
            assertThat(asked).noneMatch(url -> CONTROLS.matcher(url).matches());

            var before = page.evaluate("() => performance.now()");
            held.forEach(Route::resume);

            page.locator("media-play-button").waitFor();
            Watching.on(page).untilItPlays();
            assertThat(asked).filteredOn(url -> CONTROLS.matcher(url).matches()).hasSize(1);
            assertThat((List<?>) page.evaluate(MOVED, before)).isEmpty();
            Watching.keep(page, "controls-" + page.viewportSize().width);
            page.close();
        }
    }

    @Test
    void aFrameAsSmallAsEmbedsGetHoldsThemAllInEveryLanguage() {
        for (var language : List.of("en", "de", "es", "fr")) {
            var page = DEVICES.onPhoneIn(language);
            page.setViewportSize(320, 180);
            var channel = OwnStream.live();
            page.navigate(Whole.onMicro().url() + "/embed/"
                    + anEvent()
                            .showing(channel.address())
                            .publishedBy(Whole.onMicro().as("organizer")));
            Watching.on(page).pressPlay().untilItPlays();
            page.locator("media-live-button").waitFor();
            page.evaluate("() => { const video = document.querySelector('video');"
                    + " video.pause(); video.currentTime = video.seekable.start(0); }");

            page.locator("media-live-button:not([mediatimeislive]) .behind").waitFor();

            assertThat(shown(page))
                    .as(language)
                    .contains("media-play-button", "media-mute-button", "media-live-button", "media-fullscreen-button");
            assertThat(page.evaluate(BELOW_THE_FRAME)).as(language).isEqualTo(List.of());
            assertThat(page.evaluate(OUT_OF_REACH)).as(language).isEqualTo(List.of());
            Watching.keep(page, "small-" + language);
            page.close();
        }
    }

    @Test
    void aRecordingAsSmallAsAStampHasAllButTheTime() {
        var page = DEVICES.onPhone();
        page.setViewportSize(256, 144);
        page.navigate(anAddress());
        Watching.on(page).pressPlay().untilItPlays();
        page.locator("media-rendition-menu-button").waitFor();

        assertThat(shown(page))
                .contains(
                        "media-play-button",
                        "media-mute-button",
                        "media-playback-rate-menu-button",
                        "media-rendition-menu-button",
                        "media-fullscreen-button")
                .doesNotContain("media-time-display");
        assertThat(page.evaluate(BELOW_THE_FRAME)).isEqualTo(List.of());
        assertThat(page.evaluate(OUT_OF_REACH)).isEqualTo(List.of());
        Watching.keep(page, "stamp");
    }

    @Test
    void whereTheyDoNotComeTheBrowsersOwnAreThere() {
        var page = DEVICES.onDesk();
        page.route(CONTROLS, Route::abort);
        page.navigate(anAddress());

        Watching.on(page).pressPlay().untilItPlays();

        page.waitForFunction("() => document.querySelector('video').controls");
        Watching.on(page).untilItPlays();
    }

    @Test
    void aPictureWithoutControlsFetchesNone() {
        var page = DEVICES.onDesk();
        var asked = new ConcurrentLinkedQueue<String>();
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(anAddress() + "?controls=0");

        Watching.on(page).pressPlay().untilItPlays();

        assertThat(asked).noneMatch(url -> CONTROLS.matcher(url).matches());
        assertThat(page.locator("media-play-button").count()).isZero();
    }

    @Test
    void keysDoWhatTheyDoUnlessTheyAreSwitchedOff() {
        var page = DEVICES.onDesk();
        playingWithTheFocusInside(page, anAddress());
        page.keyboard().press("m");
        page.waitForFunction("() => document.querySelector('video').muted");
        page.keyboard().press("k");
        page.waitForFunction("() => document.querySelector('video').paused");

        playingWithTheFocusInside(page, anAddress() + "?keyboard=0");
        page.keyboard().press("m");
        page.keyboard().press("k");
        Watching.on(page).untilItPlays();
        assertThat(page.evaluate("() => document.querySelector('video').muted")).isEqualTo(false);
    }

    private static List<String> shown(Page page) {
        return ((List<?>) page.evaluate(SHOWN)).stream().map(String::valueOf).toList();
    }

    private static void playingWithTheFocusInside(Page page, String address) {
        page.navigate(address);
        Watching.on(page).pressPlay().untilItPlays();
        page.locator("media-mute-button").focus();
    }

    private static String anAddress() {
        return Whole.onMicro().url() + "/embed/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer"));
    }
}
