package foyer.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The heartbeats of a page and its frames from now on, answered as the server does, but that it wishes for the next one sooner: else
 * after twenty seconds. More come as long as the page is waited for.
 */
final class SoonerBeats {
    /** What a browser's timers may be early by, which count in whole milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    private final Duration interval;
    private final List<Beat> told = new ArrayList<>();

    /**
     * @param counted up to which report the server has counted for good, by its answer; 0: it did not say
     * @param came and {@code answered} are moments of a clock of its own, in nanoseconds
     */
    record Beat(String path, JsonObject told, int counted, long came, long answered) {
        /** Which report it has; 0: none. */
        int report() {
            return told.containsKey("figures") ? told.getJsonObject("figures").getInt("sequence") : 0;
        }
    }

    private SoonerBeats(Duration interval) {
        this.interval = interval;
    }

    /** @param interval in whole seconds, from an answer to the next heartbeat */
    static SoonerBeats of(Page page, Duration interval) {
        var beats = new SoonerBeats(interval);
        page.route("**/heartbeat", beats::answer);
        return beats;
    }

    /** The first one first. */
    List<Beat> told() {
        return List.copyOf(told);
    }

    /**
     * Fails where one came before it was due. Finer than in seconds, for it is a bound from below: a screen waits from the answer on, and a
     * machine that is busy only makes that longer.
     */
    void haveAnIntervalBetweenThem() {
        for (var next = 1; next < told.size(); next++) {
            assertThat(Duration.ofNanos(told.get(next).came - told.get(next - 1).answered))
                    .as("between heartbeats %d and %d", next - 1, next)
                    .isGreaterThanOrEqualTo(interval.minus(ROUNDING));
        }
    }

    private void answer(Route route) {
        var came = System.nanoTime();
        var answer = atOurServer(route);
        var said = answer.text();
        var soon = said.replaceFirst("\"nextInSeconds\":[0-9.]+", "\"nextInSeconds\":" + interval.toSeconds());
        assertThat(soon).contains("\"nextInSeconds\":" + interval.toSeconds());
        var request = route.request();
        told.add(new Beat(
                request.url().replaceFirst(".*/api/", ""),
                json(request.postData()),
                json(said).getInt("figuresTo", 0),
                came,
                System.nanoTime()));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(soon));
    }

    /** Which the browser may know by another site's name. */
    private static APIResponse atOurServer(Route route) {
        var ours = Whole.onMicro().url();
        var headers = new HashMap<>(route.request().headers());
        headers.replace("origin", ours);
        var address = route.request().url().replaceFirst("^https?://[^/]+", ours);
        return route.fetch(new Route.FetchOptions().setUrl(address).setHeaders(headers));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
