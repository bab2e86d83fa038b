package foyer.bench;

import com.microsoft.playwright.Page;
import foyer.launch.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How soon what a real encoder sends is seen on the page, how late it is, and how soon it is back once the encoder died. */
final class LivePicture {
    private static final int ROUNDS = 5;
    private static final double PATIENCE = 90_000;
    private static final String WATCH_FRAMES = """
            () => {
              const video = document.querySelector('video');
              window.frames_ = [];
              const seen = () => { window.frames_.push(Date.now()); video.requestVideoFrameCallback(seen); };
              video.requestVideoFrameCallback(seen);
            }""";
    private static final String MOVES_SINCE =
            "since => window.frames_.length > 12 && window.frames_[window.frames_.length - 12] > since";
    private static final String CLOCK = """
            ([bits, box]) => {
              const video = document.querySelector('video');
              const canvas = document.createElement('canvas');
              canvas.width = 1280;
              canvas.height = 720;
              const context = canvas.getContext('2d');
              context.drawImage(video, 0, 0, 1280, 720);
              const now = Date.now();
              let ticks = 0;
              for (let bit = 0; bit < bits; bit++) {
                const [level] = context.getImageData(bit * box + box / 2, box / 2, 1, 1).data;
                if (level > 128) ticks += 2 ** bit;
              }
              return { now, ticks };
            }""";

    private final Ground ground;
    private final Path logs;

    LivePicture(Ground ground, Path logs) {
        this.ground = ground;
        this.logs = logs;
    }

    void measure() {
        System.out.println("\nA live picture by RTMP, the lower three sizes");
        var starts = new ArrayList<Double>();
        var delays = new ArrayList<Double>();
        var returns = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            var event = ground.event("none", Json.createObjectBuilder());
            var ingest = running(event);
            PageInChromium.inBrowser(browser -> {
                try (var context = browser.newContext()) {
                    var page = context.newPage();
                    page.navigate(ground.server().url() + "/watch/" + event);
                    page.click("[data-play]");
                    round(page, ingest, starts, delays, returns);
                }
                return event;
            });
            ground.tools().post("/events/" + event + "/stream/stop", JsonValue.EMPTY_JSON_OBJECT);
        }
        print("encoder started until the picture plays", starts);
        print("glass to glass", delays);
        print("encoder started again until the picture moves on", returns);
        ground.bars().atMost("live picture after the encoder's start, seconds, the slowest", slowest(starts), 12);
        ground.bars().atMost("glass to glass, seconds, the slowest", slowest(delays), 12);
        ground.bars().atMost("picture back after the encoder's death, seconds, the slowest", slowest(returns), 10);
    }

    private void round(Page page, JsonObject ingest, List<Double> starts, List<Double> delays, List<Double> returns) {
        page.evaluate(WATCH_FRAMES);
        var first = ClockedEncoder.sendingTo(ingest, logs);
        var began = (double) first.began().toEpochMilli();
        moves(page, began);
        starts.add((((Number) page.evaluate("() => window.frames_[0]")).doubleValue() - began) / 1_000);
        // Until it stands where it means to be.
        page.waitForTimeout(10_000);
        delays.add(delay(page, first));
        first.kill();
        page.waitForFunction(
                "() => Date.now() - window.frames_[window.frames_.length - 1] > 1500",
                null,
                new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
        try (var second = ClockedEncoder.sendingTo(ingest, logs)) {
            var again = (double) second.began().toEpochMilli();
            moves(page, again);
            var back = ((Number) page.evaluate("since => window.frames_.find(at => at > since)", again)).doubleValue();
            returns.add((back - again) / 1_000);
        }
    }

    private static void moves(Page page, double since) {
        page.waitForFunction(MOVES_SINCE, since, new Page.WaitForFunctionOptions().setTimeout(PATIENCE));
    }

    /** In seconds; the encoder's own start is in it. */
    private static double delay(Page page, ClockedEncoder encoder) {
        var read = (Map<?, ?>) page.evaluate(CLOCK, List.of(ClockedEncoder.BITS, ClockedEncoder.BOX));
        var shown = number(read, "ticks") / ClockedEncoder.TICKS_A_SECOND;
        var since = (number(read, "now") - encoder.began().toEpochMilli()) / 1_000;
        if (shown <= 0 || shown > since) {
            throw new IllegalStateException("The clock in the picture says " + shown + " after " + since + " s.");
        }
        return since - shown;
    }

    private static double number(Map<?, ?> read, String name) {
        return read.get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private JsonObject running(String event) {
        var stream = ground.tools().post("/events/" + event + "/stream", JsonValue.EMPTY_JSON_OBJECT);
        var runs = Await.until(
                Duration.ofSeconds(30),
                () -> ground.tools()
                        .read("/events/" + event + "/stream")
                        .getString("state")
                        .equals("RUNNING"));
        if (!runs) {
            throw new IllegalStateException("The channel does not run.");
        }
        return stream.getJsonObject("ingest");
    }

    private static void print(String what, List<Double> seconds) {
        System.out.printf(
                Locale.ROOT,
                "  %s: %s s%n",
                what,
                seconds.stream().map(each -> "%.1f".formatted(each)).toList());
    }

    private static double slowest(List<Double> seconds) {
        return seconds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
