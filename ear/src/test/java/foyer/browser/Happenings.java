package foyer.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a device's pages said, asked and were refused, kept for the test that fails. */
final class Happenings {
    private static final int MOST = 120;
    private static final Locator.EvaluateOptions SOON = new Locator.EvaluateOptions().setTimeout(5000);

    /** Which panel is shown, what it tells, whether it is busy, and whether the modules have taken it over. */
    private static final String WHAT_IS_SEEN = """
            (root) => {
              const all = (selector) => [...root.querySelectorAll(selector)];
              const shown = (element) => element.checkVisibility?.() ?? true;
              const texts = (selector) => all(selector).filter(shown).map((element) => element.innerText.trim()).filter(Boolean);
              return JSON.stringify({
                ready: document.readyState,
                way: root.querySelector('main')?.dataset.way,
                stage: root.querySelector('#stage')?.dataset.state,
                told: texts('h2, .lead, .words, .alert, .wrong'),
                busy: all('[aria-busy=true]').map((form) => form.dataset.panel),
                scripted: all('form').map((form) => form.noValidate),
                answered: all('input:not([type=hidden])').filter((input) => shown(input) && input.value).map((input) => input.name),
                pressed: window.pressed,
                focus: document.activeElement?.outerHTML.slice(0, 80),
                picture: all('video').map((video) => `${video.currentTime} s, ready ${video.readyState}, paused ${video.paused}`),
              });
            }""";

    private final BrowserContext device;
    private final long since = System.nanoTime();
    private final Deque<String> lines = new ArrayDeque<>();

    private Happenings(BrowserContext device) {
        this.device = device;
    }

    static Happenings on(BrowserContext device) {
        var kept = new Happenings(device);
        device.onPage(page -> page.onFrameNavigated(frame -> kept.add("shown " + frame.url())));
        device.onConsoleMessage(message -> kept.add("console " + message.type() + ": " + message.text()));
        device.onWebError(error -> kept.add("error " + error.error()));
        device.onRequest(kept::asked);
        device.onResponse(kept::answered);
        device.onRequestFailed(request -> kept.add("failed " + named(request) + ": " + request.failure()));
        return kept;
    }

    /**
     * What is to be seen of each open page now, and how it came to that. Keeps a picture of each.
     *
     * @param test begins the pictures' names
     */
    List<String> told(String test) {
        var told = new ArrayList<String>();
        for (var page : device.pages()) {
            told.add("Pictured in " + pictured(page, test + "-failed-" + page.viewportSize().width));
            page.frames().forEach(frame -> told.add(seen(frame)));
        }
        told.addAll(lines);
        return told;
    }

    private void asked(Request request) {
        if (!request.method().equals("GET")) {
            add("asked " + named(request));
        }
    }

    private void answered(Response response) {
        var request = response.request();
        if (response.status() >= 400 || !request.method().equals("GET") || request.isNavigationRequest()) {
            add("answered " + response.status() + " to " + named(request));
        }
    }

    private void add(String line) {
        var after = Duration.ofNanos(System.nanoTime() - since).toMillis();
        lines.add("%6d ms: %s".formatted(after, line));
        if (lines.size() > MOST) {
            lines.remove();
        }
    }

    private static String named(Request request) {
        return request.method() + " " + request.url();
    }

    private static String pictured(Page page, String name) {
        try {
            return Watching.keep(page, name).getFileName().toString();
        } catch (PlaywrightException gone) {
            return "nothing: " + gone.getMessage();
        }
    }

    private static String seen(Frame frame) {
        try {
            return "In " + frame.url() + ": " + frame.locator(":root").evaluate(WHAT_IS_SEEN, null, SOON);
        } catch (PlaywrightException gone) {
            return "In " + frame.url() + " nothing could be read: " + gone.getMessage();
        }
    }
}
