package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import foyer.whole.Beside;
import foyer.whole.EventFixture;
import foyer.whole.Whole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The player in each of its states, as wide as a phone and a desk and as on a desk at 200 %, on devices of either colour scheme: that it
 * fits, and that axe-core finds nothing to mend.
 */
@Beside
class StatesIT {
    /** A page at 200 % has half of the desk's pixels to each side (WCAG 2.2, 1.4.4). */
    private record Size(int width, int height, String name) {}

    private static final List<Size> SIZES =
            List.of(new Size(360, 740, "360"), new Size(1440, 900, "1440"), new Size(720, 450, "200-percent"));

    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.DARK, ColorScheme.LIGHT);

    /** What a test asks of a page counts as a click to the browser, so that its own rules would let most of it play. */
    private static final String NOTHING =
            "HTMLMediaElement.prototype.play = async () => { throw new DOMException('Press it.', 'NotAllowedError'); };";

    private static final String SILENT_ONLY = """
            const { play } = HTMLMediaElement.prototype;
            HTMLMediaElement.prototype.play = async function () {
              if (!this.muted) throw new DOMException('Press it.', 'NotAllowedError');
              return play.call(this);
            };""";

    private static final String TITLE = "An evening at the observatory";

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void aPictureThatComesIsForEverybodyAllAlong() {
        for (var scheme : SCHEMES) {
            var page = newPage(scheme);
            var held = new ConcurrentLinkedQueue<Route>();
            page.route("**/master.m3u8", held::add);
            page.navigate(anAddress());
            assertForEverybody(page, "ready", scheme);

            Watching.on(page).pressPlay().untilItSays("loading");
            page.waitForCondition(() -> !held.isEmpty());
            assertForEverybody(page, "loading", scheme);

            held.forEach(Route::resume);
            Watching.on(page).untilItPlays();
            page.locator("media-play-button").waitFor();
            assertForEverybody(page, "playing", scheme);

            page.evaluate("() => { const v = document.querySelector('video'); v.currentTime = v.duration - 1; }");
            Watching.on(page).untilItSays("finished");
            page.locator(".replay").waitFor();
            assertForEverybody(page, "finished", scheme);
            page.close();
        }
    }

    @Test
    void troubleIsToldToEverybody() {
        for (var scheme : SCHEMES) {
            var page = newPage(scheme);
            page.route("**/player-*.js", Route::abort);
            page.navigate(anAddress());
            Watching.on(page).pressPlay().untilItSays("failed");
            assertForEverybody(page, "failed", scheme);
            page.close();

            var other = newPage(scheme);
            var picture = OwnStream.recorded();
            other.navigate(address(anEvent().titled(TITLE).showing(picture.address())));
            picture.failsDuring(() -> {
                Watching.on(other).pressPlay().untilItSays("retrying");
                assertForEverybody(other, "retrying", scheme);
            });
            other.close();
        }
    }

    @Test
    void whatIsThereBeforeAndAfterThePictureIsForEverybody() {
        for (var state : atRest().entrySet()) {
            var address = address(state.getValue());
            for (var scheme : SCHEMES) {
                var page = newPage(scheme);
                page.navigate(address);
                Watching.on(page).untilItSays(state.getKey());
                assertForEverybody(page, state.getKey(), scheme);
                page.close();
            }
        }
    }

    @Test
    void aBrowserThatPlaysNothingUnaskedIsForEverybody() {
        for (var scheme : SCHEMES) {
            var silent = newPage(scheme);
            silent.addInitScript(SILENT_ONLY);
            silent.navigate(anAddress() + "?autoplay=1");
            Watching.on(silent).untilItPlays();
            silent.locator("[data-silenced=true] [data-sound]").waitFor();
            silent.locator("media-play-button").waitFor();
            assertForEverybody(silent, "silenced", scheme);
            silent.close();

            var blocked = newPage(scheme);
            blocked.addInitScript(NOTHING);
            blocked.navigate(anAddress() + "?autoplay=1");
            Watching.on(blocked).untilItSays("blocked");
            assertForEverybody(blocked, "blocked", scheme);
            blocked.close();
        }
    }

    @Test
    void aLivePictureIsForEverybodyFromItsInterruptionToItsRecording() {
        for (var scheme : SCHEMES) {
            var channel = OwnStream.live();
            var page = newPage(scheme);
            page.navigate(
                    address(anEvent().titled(TITLE).showing(channel.address()).lasting(in(-60), in(3600))));
            Watching.on(page).pressPlay().untilItPlays();
            page.locator("media-live-button").waitFor();
            assertForEverybody(page, "live", scheme);

            channel.failsDuring(() -> {
                Watching.on(page).untilItSays("retrying");
                assertForEverybody(page, "interrupted", scheme);
            });
            Watching.on(page).untilItPlays();

            channel.ends();
            Watching.on(page).untilItReads("The stream has ended. Thank you for watching.");
            assertForEverybody(page, "live-finished", scheme);
            page.close();
        }
    }

    @Test
    void aCancelledEventIsToldToEverybody() {
        var event = anEvent().titled(TITLE).publishedBy(Whole.onMicro().as("organizer"));
        Whole.onMicro().as("organizer").post("/api/events/" + event + "/cancel").expect(200);
        for (var scheme : SCHEMES) {
            var page = newPage(scheme);
            page.navigate(Whole.onMicro().url() + "/embed/" + event);
            Watching.on(page).untilItSays("cancelled");
            assertForEverybody(page, "cancelled", scheme);
            page.close();
        }
    }

    /** Where nothing plays, nor is about to. */
    private static Map<String, EventFixture> atRest() {
        return Map.of(
                "countdown", anEvent().titled(TITLE).lasting(in(86_400), in(90_000)),
                "soon", anEvent().titled(TITLE).without("videoConfig").lasting(in(-60), in(3600)),
                "recording", anEvent().titled(TITLE).lasting(in(-7200), in(-3600)),
                "ended", anEvent().titled(TITLE).without("videoConfig").lasting(in(-7200), in(-3600)),
                "registration", anEvent().titled(TITLE).with("authType", "email"));
    }

    private static Page newPage(ColorScheme scheme) {
        var page = DEVICES.desk().newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        return page;
    }

    private static void assertForEverybody(Page page, String state, ColorScheme scheme) {
        for (var size : SIZES) {
            page.setViewportSize(size.width(), size.height());
            var name = "%s-%s-%s".formatted(state, size.name(), scheme.name().toLowerCase(Locale.ROOT));

            Watching.keep(page, name);
            assertThat(Axe.findings(page.mainFrame())).as(name).isEmpty();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                    .as(name)
                    .isNotPositive();
        }
    }

    private static String anAddress() {
        return address(anEvent().titled(TITLE));
    }

    private static String address(EventFixture event) {
        return Whole.onMicro().url() + "/embed/"
                + event.publishedBy(Whole.onMicro().as("organizer"));
    }

    private static Instant in(long seconds) {
        return Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
    }
}
