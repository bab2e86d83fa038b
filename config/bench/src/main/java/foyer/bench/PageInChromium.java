package foyer.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import foyer.launch.Machine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Opens the page in Chromium with an empty cache, on a line of 10 Mbit/s and 40 ms, presses play, and measures bytes as transferred
 * and the first frame.
 */
final class PageInChromium {
    private static final int VISITS = 20;
    private static final int BYTES_A_SECOND = 10_000_000 / 8;
    private static final int DELAY_MILLIS = 40;
    private static final String FIRST_FRAME = """
            () => new Promise(resolve => {
              const video = document.querySelector('video');
              const pressed = performance.now();
              video.requestVideoFrameCallback(() => resolve(performance.now() - pressed));
              document.querySelector('[data-play]').click();
            })""";

    private final String address;
    private final String origin;

    PageInChromium(String address) {
        this.address = address;
        this.origin = address.substring(0, address.indexOf('/', "https://".length()));
    }

    Measured measure() {
        return inBrowser(browser -> {
            List<Visit> visits = new ArrayList<>();
            for (var visit = 0; visit <= VISITS; visit++) {
                visits.add(visit(browser));
            }
            // The first one warms the server and the browser.
            return new Measured(visits.subList(1, visits.size()));
        });
    }

    /** Of a page that asks something first: what it takes until nothing more comes and the form can be filled in. */
    long bytesUntilAsked(String language) {
        return inBrowser(browser -> {
            try (var context = browser.newContext(new Browser.NewContextOptions().setLocale(language))) {
                var page = context.newPage();
                var bytes = new Transferred(context.newCDPSession(page), origin);
                page.navigate(address);
                page.waitForSelector("form[data-panel]:visible");
                page.waitForLoadState(LoadState.NETWORKIDLE);
                return bytes.soFar();
            }
        });
    }

    static <T> T inBrowser(Function<Browser, T> work) {
        try (var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(Machine.chromium())
                                .setArgs(List.of("--no-sandbox", "--disable-background-networking")))) {
            return work.apply(browser);
        }
    }

    private Visit visit(Browser browser) {
        try (var context = browser.newContext()) {
            var page = context.newPage();
            var session = context.newCDPSession(page);
            var bytes = new Transferred(session, origin);
            session.send("Network.emulateNetworkConditions", line());
            page.navigate(address);
            page.waitForLoadState();
            page.waitForSelector("[data-play]:visible");
            var before = bytes.soFar();
            var frame = ((Number) page.evaluate(FIRST_FRAME)).doubleValue();
            var engine = bytes.soFar();
            page.waitForSelector("media-play-button:visible");
            return new Visit(before, engine, bytes.soFar(), frame / 1000);
        }
    }

    private static JsonObject line() {
        var line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", DELAY_MILLIS);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        return line;
    }

    /** Counts what came over the wire from our own origin, headers included; media comes from another. */
    private static final class Transferred {
        private final Set<String> ours = new HashSet<>();
        private long total;

        Transferred(CDPSession session, String origin) {
            session.on("Network.responseReceived", event -> {
                if (text(event, "response", "url").startsWith(origin)) {
                    ours.add(event.get("requestId").getAsString());
                }
            });
            session.on("Network.loadingFinished", event -> {
                if (ours.contains(event.get("requestId").getAsString())) {
                    total += event.get("encodedDataLength").getAsLong();
                }
            });
            session.send("Network.enable");
        }

        long soFar() {
            return total;
        }

        private static String text(JsonObject event, String group, String name) {
            return event.getAsJsonObject(group).get(name).getAsString();
        }
    }

    /** One visit with an empty cache. */
    record Visit(long bytesBeforePlay, long bytesWithEngine, long bytesWithControls, double firstFrameSeconds) {}

    /** All visits. */
    record Measured(List<Visit> visits) {
        long bytesBeforePlay() {
            return visits.stream().mapToLong(Visit::bytesBeforePlay).max().orElseThrow();
        }

        long bytesWithEngine() {
            return visits.stream().mapToLong(Visit::bytesWithEngine).max().orElseThrow();
        }

        /** The controls follow the first picture. */
        long bytesWithControls() {
            return visits.stream().mapToLong(Visit::bytesWithControls).max().orElseThrow();
        }

        /** @param quantile 0.75 for the value three quarters of the visits stay within */
        double firstFrameSeconds(double quantile) {
            var sorted = visits.stream()
                    .mapToDouble(Visit::firstFrameSeconds)
                    .sorted()
                    .toArray();
            return sorted[(int) Math.ceil(quantile * sorted.length) - 1];
        }
    }
}
