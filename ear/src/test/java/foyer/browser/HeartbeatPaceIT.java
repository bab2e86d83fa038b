package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import foyer.whole.Beside;
import foyer.whole.Whole;
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

    /** @param came and {@code answered} are moments of a clock of its own, in nanoseconds */
    private record Beat(String path, String told, long came, long answered) {}

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
        // busy only makes
        // that longer.
        for (var next = 1; next < beats.size(); next++) {
            assertThat(Duration.ofNanos(beats.get(next).came - beats.get(next - 1).answered))
                    .as("between heartbeats %d and %d", next - 1, next)
                    .isGreaterThanOrEqualTo(INTERVAL.minus(ROUNDING));
        }
        assertThat(beats).extracting(Beat::path).containsOnly(beats.get(0).path);
        assertThat(beats).extracting(Beat::told).allMatch(told -> told.contains("\"figures\""));
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

    /** As the server does, but sooner: it wishes to be told every twenty seconds. */
    private void answerSoon(Route route) {
        var came = System.nanoTime();
        var answer = route.fetch();
        var soon = answer.text().replaceFirst("\"nextInSeconds\":[0-9.]+", "\"nextInSeconds\":" + INTERVAL.toSeconds());
        assertThat(soon).contains("\"nextInSeconds\":" + INTERVAL.toSeconds());
        var request = route.request();
        beats.add(new Beat(
                request.url().replaceFirst(".*/api/", ""),
                String.valueOf(request.postData()),
                came,
                System.nanoTime()));
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(soon));
    }
}
