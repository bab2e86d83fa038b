package foyer.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.PlaywrightException;

/**
 * A press of a button that is known to have come to the frame it was meant for. Chromium now and then gives one that was
 * meant for a frame of another site to the page around it, mostly on a phone just after the frame has scrolled, and says
 * nothing; people press again.
 */
final class Press {
    /** Runs first in every frame. */
    static final String REMEMBERED = """
            window.pressed = [];
            addEventListener('pointerdown', ({ target }) => window.pressed.push(target.outerHTML.slice(0, 60)), true);""";

    /**
     * Which frame is where the browser knows by what it drew last, and where nothing moves it draws nothing: so each frame
     * is drawn anew.
     */
    private static final String DRAWN = """
            () => {
              document.documentElement.style.opacity = 0.999;
              return new Promise(drawn => {
                setTimeout(drawn, 500); // of one that is out of sight nothing is drawn
                requestAnimationFrame(() => {
                  document.documentElement.style.opacity = '';
                  requestAnimationFrame(drawn);
                });
              });
            }""";

    private static final int MOST = 5;

    private Press() {}

    /** Presses again only where no press has come. */
    static void on(Frame frame, Runnable press) {
        for (var tries = 0; tries < MOST; tries++) {
            var before = felt(frame);
            press.run();
            if (!before.equals(felt(frame))) {
                return;
            }
            frame.page().frames().forEach(shown -> shown.evaluate(DRAWN));
        }
        throw new AssertionError("The browser gave none of %d presses to %s.".formatted(MOST, frame.url()));
    }

    /** Of this document: one that has taken its place came by the press. */
    private static String felt(Frame frame) {
        try {
            return String.valueOf(frame.evaluate("() => performance.timeOrigin + ' ' + window.pressed.length"));
        } catch (PlaywrightException gone) {
            return "gone: " + gone.getMessage();
        }
    }
}
