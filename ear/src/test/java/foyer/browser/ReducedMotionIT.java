package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import foyer.whole.Beside;
import foyer.whole.Whole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A viewer who told their device that moving things make them ill. */
@Beside
class ReducedMotionIT {
    /** Also of what is inside of the controls. What fades, or is shown after a while, moves nothing. */
    private static final String MOVING = """
            () => {
              const roots = (root) => [root, ...Array.from(root.querySelectorAll('*'), ({ shadowRoot }) => shadowRoot).filter(Boolean).flatMap(roots)];
              return roots(document).flatMap((root) => root.getAnimations()).filter(({ playState, animationName, transitionProperty }) =>
                  playState === 'running' && !['opacity', 'visibility'].includes(animationName ?? transitionProperty)).length;
            }""";

    /** That what is being loaded is seen to be. */
    private static final String LOADING =
            "() => document.querySelector('media-loading-indicator[medialoading]') && document.querySelector('.turning').checkVisibility()";

    private static final Pattern FROM_THE_FORTIETH_SECOND = Pattern.compile("/segment-2[0-9][.]m4s");

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void nothingMovesWhileThePictureIsAwaited() {
        for (var motion : ReducedMotion.values()) {
            var page = waiting(motion);

            var moving = (Integer) page.evaluate(MOVING);

            assertThat(moving > 0).as("with " + motion).isEqualTo(motion == ReducedMotion.NO_PREFERENCE);
            page.close();
        }
    }

    @Test
    void nothingMovesWhileThePictureStands() {
        for (var motion : ReducedMotion.values()) {
            var page = DEVICES.desk().newPage();
            page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
            // However much of what is before has come by then.
            page.route(FROM_THE_FORTIETH_SECOND, route -> {});
            page.navigate(anAddress());
            Watching.on(page).pressPlay().untilItPlays();
            page.locator("media-play-button").waitFor();
            page.evaluate("() => { document.querySelector('video').currentTime = 50; }");
            page.waitForFunction(LOADING);
            assertThat(page.locator(".turning").boundingBox()).satisfies(circle -> {
                assertThat(circle.width).isGreaterThan(10).isCloseTo(circle.height, within(1.0));
            });

            var moving = (Integer) page.evaluate(MOVING);

            assertThat(moving > 0).as("with " + motion).isEqualTo(motion == ReducedMotion.NO_PREFERENCE);
            page.close();
        }
    }

    private static Page waiting(ReducedMotion motion) {
        var page = DEVICES.desk().newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(motion));
        page.route("**/*.m3u8", route -> {});
        page.navigate(anAddress());
        Watching.on(page).pressPlay().untilItSays("loading");
        return page;
    }

    private static String anAddress() {
        return Whole.onMicro().url() + "/watch/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer"));
    }
}
