package foyer.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import foyer.launch.Machine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with third-party cookies blocked; each test has a context of its own in it. */
final class Chromium implements AutoCloseable {
    private static final List<String> USUAL = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--test-third-party-cookie-phaseout",
            "--ignore-certificate-errors");

    private static final ThreadLocal<@Nullable Chromium> RUNNING = new ThreadLocal<>();

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium start() {
        return start(List.of());
    }

    /**
     * The one of all classes that run in this thread, one after the other, and want none but the usual switches: what Playwright
     * makes belongs to a thread, and contexts know nothing of each other. It ends with the JVM; one that broke down is replaced.
     */
    static Chromium ofThisThread() {
        var known = RUNNING.get();
        if (known == null || !known.browser.isConnected()) {
            known = start();
            RUNNING.set(known);
        }
        return known;
    }

    /** @param more switches beside the usual ones */
    static Chromium start(List<String> more) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Machine.chromium())
                        .setArgs(Stream.concat(USUAL.stream(), more.stream()).toList()));
        return new Chromium(playwright, browser);
    }

    BrowserContext desktop() {
        return remembering(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    BrowserContext phone() {
        return phone("en-US");
    }

    /**
     * Its pixels are those of CSS: with finer ones Chromium now and then draws a frame of another site as if they were not,
     * and finds nothing of it where it is pressed.
     *
     * @param locale of its owner, as {@code de-AT}
     */
    BrowserContext phone(String locale) {
        return remembering(aPhone().setLocale(locale));
    }

    /** One whose owner lets no script run. */
    BrowserContext phoneWithoutScripts() {
        return remembering(aPhone().setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions aPhone() {
        return new Browser.NewContextOptions()
                .setLocale("en-US")
                .setViewportSize(360, 740)
                .setHasTouch(true)
                .setIsMobile(true);
    }

    private BrowserContext remembering(Browser.NewContextOptions options) {
        var device = browser.newContext(options);
        device.addInitScript(Press.REMEMBERED);
        return device;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
