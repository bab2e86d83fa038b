package foyer.browser;

import static foyer.whole.EventFixture.anEvent;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import foyer.browser.SoonerBeats.Beat;
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

    private static final int BEATS = 5;

    @RegisterExtension
    static final Devices DEVICES = new Devices();

    @Test
    void aScreenMakesOneRequestAnInterval() {
        var page = DEVICES.onDesk();
        var heartbeats = SoonerBeats.of(page, INTERVAL);
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

        for (var turn = 0; heartbeats.told().size() < BEATS && turn < 1_000; turn++) {
            beBusy(page, turn);
        }

        var beats = heartbeats.told();
        assertThat(beats).hasSizeGreaterThanOrEqualTo(BEATS);
        heartbeats.haveAnIntervalBetweenThem();
        assertThat(beats).extracting(Beat::path).containsOnly(beats.get(0).path());
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
}
