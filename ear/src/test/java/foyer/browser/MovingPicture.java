package foyer.browser;

import com.microsoft.playwright.Frame;
import java.time.Duration;

/** A picture that plays, watched for whether it ever stands still. */
final class MovingPicture {
    private static final double PATIENCE = 60_000;

    private static final String WATCH = """
            () => {
              const video = document.querySelector('video');
              const seen = { waits: 0, still: 0 };
              window.movingPicture = seen;
              for (const name of ['waiting', 'stalled']) {
                video.addEventListener(name, () => { seen.waits += 1; });
              }
              let at = video.currentTime;
              let since = performance.now();
              setInterval(() => {
                const now = performance.now();
                if (video.currentTime === at) {
                  seen.still = Math.max(seen.still, now - since);
                } else {
                  at = video.currentTime;
                  since = now;
                }
              }, 50);
            }""";

    private final Frame frame;

    private MovingPicture(Frame frame) {
        this.frame = frame;
    }

    /** Watched from now on. */
    static MovingPicture in(Frame frame) {
        frame.evaluate(WATCH);
        return new MovingPicture(frame);
    }

    /** Waits until all that is fetched by now has been seen, and a second more. */
    void untilItIsBehindWhatIsThereNow() {
        var end = frame.evaluate(
                "() => { const v = document.querySelector('video'); return v.buffered.end(v.buffered.length - 1); }");
        frame.waitForFunction(
                "end => document.querySelector('video').currentTime > end + 1",
                end,
                new Frame.WaitForFunctionOptions().setTimeout(PATIENCE));
    }

    /** How often it said that it waits for more. */
    int waits() {
        return ((Number) frame.evaluate("() => window.movingPicture.waits")).intValue();
    }

    Duration longestStandstill() {
        return Duration.ofMillis(((Number) frame.evaluate("() => window.movingPicture.still")).longValue());
    }
}
