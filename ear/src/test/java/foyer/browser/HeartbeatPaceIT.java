package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Whole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a viewer does and however the picture fares: a screen makes one request an interval, which has all there is to tell. */
@Beside
class HeartbeatPaceIT {
    private static final Duration INTERVAL = Duration.ofSeconds(3);

    /** What a browser's timers may be early by, which count in whole milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    private static final int BEATS = 5;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    private final List<Beat> beats = new ArrayList<>();

    /**
     * @param counted up to which report the server has counted for good, by its answer; 0: it did not say
     * @param came and {@code answered} are moments of a clock of its own, in nanoseconds
     */
    private record Beat(String path, JsonObject told, int counted, long came, long answered) {
        /** Which report it has; 0: none. */
        int report() {
            return told.containsKey("figures") ? told.getJsonObject("figures").getInt("sequence") : 0;
        }
    }

    @Test
    void aScreenMakesOneRequestAnInterval() {
        var page = DEVICES.onDesk();
        page.route("**/heartbeat", this::answerSoon);
        var others = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && !request.url().endsWith("/heartbeat")) {
                others.add(request.url().replaceFirst(".*/api/", ""));
            }
        });
        page.navigate(Whole.onMicro().url() + "/watch/"
                + anEvent().publishedBy(Whole.onMicro().as("organizer")));
        // The menu first, which closes by what comes then.
        Watching.on(page).pressPlay().untilItPlays().choose("rendition", "240p");

        for (var turn = 0; beats.size() < BEATS && turn < 1_000; turn++) {
            beBusy(page, turn);
        }

        assertThat(beats).hasSizeGreaterThanOrEqualTo(BEATS);
        // Finer than in seconds, for it is a bound from below: a screen waits from the answer on, and a machine that is
        // busy only makes that longer.
        for (var next = 1; next < beats.size(); next++) {
            assertThat(Duration.ofNanos(beats.get(next).came - beats.get(next - 1).answered))
                    .as("between heartbeats %d and %d", next - 1, next)
                    .isGreaterThanOrEqualTo(INTERVAL.minus(ROUNDING));
        }
        assertThat(beats).extracting(Beat::path).containsOnly(beats.get(0).path);
        assertThat(beats.get(0).report()).isOne();
        // Where the picture has not moved since, there is nothing to tell but what is counted already.
        for (var next = 1; next < beats.size(); next++) {
            assertThat(beats.get(next).report() > 0 || isCounted(beats.subList(0, next)))
                    .as("heartbeat %d has figures, unless the server has counted all: %s", next, beats)
                    .isTrue();
        }
        // Nothing is opened or told beside them.
        assertThat(others).containsExactly("auth/login");
    }

    /** Pauses, goes on and seeks, as somebody does who cannot make up their mind. */
    private static void beBusy(Page page, int turn) {
        page.evaluate("""
                (turn) => {
                  const video = document.querySelector('video');
                  video.currentTime = (7 * turn) % 50;
                  video.muted = turn % 2 === 0;
                  video.playbackRate = turn % 3 ? 1 : 1.5;
                  if (turn % 2) video.pause();
                  else video.play().catch(() => {});
                }
                """, turn);
        page.waitForTimeout(200);
    }

    /** Whether the server has said that it needs none of these reports again. */
    private static boolean isCounted(List<Beat> told) {
        var counted = told.stream().mapToInt(Beat::counted).max().orElseThrow();
        return told.stream().allMatch(beat -> beat.report() <= counted);
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    /** As the server does, but sooner: it wishes to be told every twenty seconds. */
    private void answerSoon(Route route) {
        var came = System.nanoTime();
        var answer = route.fetch();
        var said = answer.text();
        var soon = said.replaceFirst("\"nextInSeconds\":[0-9.]+", "\"nextInSeconds\":" + INTERVAL.toSeconds());
        assertThat(soon).contains("\"nextInSeconds\":" + INTERVAL.toSeconds());
        var request = route.request();
        beats.add(new Beat(
                request.url().replaceFirst(".*/api/", ""),
                json(request.postData()),
                json(said).getInt("figuresTo", 0),
                came,
                System.nanoTime()));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(soon));
    }
}
