package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import foyer.whole.Whole;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The player in each of its states, as wide as a phone and a desk and as on a desk at 200 %, on devices of either colour scheme: that it
 * fits, and that axe-core finds nothing to mend.
 */
class StatesIT {
    /** A page at 200 % has half of the desk's pixels to each side (WCAG 2.2, 1.4.4). */
    private record Size(int width, int height, String name) {}

    private static final List<Size> SIZES =
            List.of(new Size(360, 740, "360"), new Size(1440, 900, "1440"), new Size(720, 450, "200-percent"));

    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.DARK, ColorScheme.LIGHT);

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void aPictureThatComesIsForEverybodyAllAlong() {
        for (var scheme : SCHEMES) {
            var page = DEVICES.desk().newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
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
            var page = DEVICES.desk().newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.route("**/player-*.js", Route::abort);
            page.navigate(anAddress());
            Watching.on(page).pressPlay().untilItSays("failed");
            assertForEverybody(page, "failed", scheme);
            page.close();

            var other = DEVICES.desk().newPage();
            other.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            other.navigate(anAddress());
            DeadOrigin.during(() -> {
                Watching.on(other).pressPlay().untilItSays("retrying");
                assertForEverybody(other, "retrying", scheme);
            });
            other.close();
        }
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
        return Whole.onMicro().url() + "/embed/"
                + anEvent()
                        .titled("An evening at the observatory")
                        .publishedBy(Whole.onMicro().as("organizer"));
    }
}
